/** The OpenAPI document: what all operations have in common. */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Tasks API",
                        version = "1",
                        description =
                                "The tasks of the signed-in user. Bearer access tokens with the scopes tasks.read and tasks.write."
                                        + " Whatever the operation, a request line of over 32,768 bytes is answered with 414 and"
                                        + " headers of over 20,480 bytes with 431, without a body; so is, with 400, a query that contains one"
                                        + " of | { } ^ ` \\ unencoded."),
        components =
                @Components(
                        parameters = {
                            @Parameter(
                                    name = "status",
                                    in = ParameterIn.QUERY,
                                    description = "Tasks of this status",
                                    schema =
                                            @Schema(
                                                    type = SchemaType.STRING,
                                                    enumeration = {"open", "completed", "trashed"},
                                                    defaultValue = "open")),
                            @Parameter(
                                    name = "list",
                                    in = ParameterIn.QUERY,
                                    description = "Tasks of this list",
                                    schema = @Schema(type = SchemaType.STRING, format = "uuid")),
                            @Parameter(
                                    name = "priority",
                                    in = ParameterIn.QUERY,
                                    description = "Tasks of this priority",
                                    schema =
                                            @Schema(
                                                    type = SchemaType.STRING,
                                                    enumeration = {"none", "low", "medium", "high"})),
                            @Parameter(
                                    name = "due",
                                    in = ParameterIn.QUERY,
                                    description = "Tasks of this view by due date; days begin and end in the zone",
                                    schema =
                                            @Schema(
                                                    type = SchemaType.STRING,
                                                    enumeration = {"overdue", "today", "upcoming", "none"})),
                            @Parameter(
                                    name = "due.from",
                                    in = ParameterIn.QUERY,
                                    description = "Tasks due on or after this date, in the zone",
                                    schema = @Schema(type = SchemaType.STRING, format = "date"),
                                    example = "2026-12-01"),
                            @Parameter(
                                    name = "due.to",
                                    in = ParameterIn.QUERY,
                                    description = "Tasks due on or before this date, in the zone",
                                    schema = @Schema(type = SchemaType.STRING, format = "date"),
                                    example = "2026-12-24"),
                            @Parameter(
                                    name = "zone",
                                    in = ParameterIn.QUERY,
                                    description = "The IANA time zone in which days begin and end",
                                    schema = @Schema(type = SchemaType.STRING, defaultValue = "Etc/UTC"),
                                    example = "Europe/Berlin"),
                            @Parameter(
                                    name = "q",
                                    in = ParameterIn.QUERY,
                                    description =
                                            "Tasks whose title, notes, tags or checklist contain all these words or words beginning with them",
                                    schema = @Schema(type = SchemaType.STRING, minLength = 1, maxLength = 500),
                                    example = "plants"),
                            @Parameter(
                                    name = "sort",
                                    in = ParameterIn.QUERY,
                                    description =
                                            "The sort order; a leading - reverses it. Priority, created and changed begin with the highest and the newest."
                                                    + " A due date without a time counts as the end of its day in UTC, whatever the zone.",
                                    schema =
                                            @Schema(
                                                    type = SchemaType.STRING,
                                                    enumeration = {
                                                        "position",
                                                        "-position",
                                                        "due",
                                                        "-due",
                                                        "priority",
                                                        "-priority",
                                                        "created",
                                                        "-created",
                                                        "changed",
                                                        "-changed",
                                                        "title",
                                                        "-title"
                                                    },
                                                    defaultValue = "position")),
                            @Parameter(
                                    name = "cursor",
                                    in = ParameterIn.QUERY,
                                    description = "Where the page begins: from the Link header of the previous page",
                                    schema = @Schema(type = SchemaType.STRING)),
                            @Parameter(
                                    name = "limit",
                                    in = ParameterIn.QUERY,
                                    description =
                                            "The maximum number of entries. A page with more than 1 MiB of long texts ends earlier",
                                    schema =
                                            @Schema(
                                                    type = SchemaType.INTEGER,
                                                    minimum = "1",
                                                    maximum = "200",
                                                    defaultValue = "50")),
                            @Parameter(
                                    name = "tag",
                                    in = ParameterIn.QUERY,
                                    description =
                                            "Tasks with this tag, of at most 50 characters; if repeated, tasks with all of them",
                                    explode = Explode.TRUE,
                                    style = ParameterStyle.FORM,
                                    schema =
                                            @Schema(
                                                    type = SchemaType.ARRAY,
                                                    maxItems = 20,
                                                    implementation = String.class)),
                            @Parameter(
                                    name = "Idempotency-Key",
                                    in = ParameterIn.HEADER,
                                    description =
                                            "Chosen by the caller, new for each operation: the request is processed once, and repeats within a day get the same response",
                                    schema = @Schema(type = SchemaType.STRING, minLength = 1, maxLength = 255),
                                    example = "8e03978e-40d5-43dd-bc93-6894a57f9324"),
                            @Parameter(
                                    name = "If-Match",
                                    in = ParameterIn.HEADER,
                                    required = true,
                                    description = "The ETag that was read; prevents lost updates",
                                    schema = @Schema(type = SchemaType.STRING),
                                    example = "\"3\""),
                            @Parameter(
                                    name = "If-None-Match",
                                    in = ParameterIn.HEADER,
                                    description = "The ETag that the caller has",
                                    schema = @Schema(type = SchemaType.STRING),
                                    example = "\"3\"")
                        }))
package com.taskmaster.tasks.openapi;

import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.Explode;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterStyle;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
