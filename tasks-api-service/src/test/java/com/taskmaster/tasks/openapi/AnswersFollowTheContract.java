package com.taskmaster.tasks.openapi;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.NonValidationKeyword;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import io.restassured.RestAssured;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.io.IOException;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Compares every response that a test gets with the API description: its status, headers and media type, and its body
 * with the schema, which has to name every field.
 */
public final class AnswersFollowTheContract implements QuarkusTestBeforeEachCallback, Filter {

    /** Headers that callers act upon, so the API description has to name them. */
    private static final List<String> TOLD = List.of(
            "Accept-Patch", "ETag", "Link", "Location", "Retry-After", "WWW-Authenticate", "Content-Disposition");

    private static final Map<JsonNode, JsonSchema> SCHEMAS = new ConcurrentHashMap<>();

    private static final JsonMetaSchema DIALECT = JsonMetaSchema.builder(JsonMetaSchema.getV202012())
            .keyword(new NonValidationKeyword("components"))
            .build();

    private static final ObjectMapper JSON = new ObjectMapper();

    private static JsonNode contract;

    @Override
    public void beforeEach(QuarkusTestMethodContext context) {
        if (RestAssured.filters().stream().noneMatch(AnswersFollowTheContract.class::isInstance)) {
            RestAssured.filters(this);
        }
    }

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification expected, FilterContext context) {
        var answer = context.next(request, expected);
        var path = URI.create(request.getURI()).getPath();
        if (!path.startsWith("/q/")) {
            operation(request.getMethod(), path).ifPresent(operation -> compare(request, operation, answer));
        }
        return answer;
    }

    /** Empty if the API description has no such operation: the service must then reject it. */
    private static Optional<JsonNode> operation(String method, String path) {
        return contract().path("paths").properties().stream()
                .filter(candidate -> path.matches(candidate.getKey().replaceAll("\\{\\w+}", "[^/]*")))
                .min(Comparator.comparing(candidate -> candidate.getKey().indexOf('{') < 0 ? 0 : 1))
                .map(candidate -> candidate.getValue().path(method.toLowerCase(Locale.ROOT)))
                .filter(JsonNode::isObject);
    }

    private static void compare(FilterableRequestSpecification request, JsonNode operation, Response answer) {
        var what = "%s %s answered with %d".formatted(request.getMethod(), request.getURI(), answer.statusCode());
        var promised = resolved(operation.path("responses").path(Integer.toString(answer.statusCode())));
        assertThat(promised.isObject())
                .as(what + ", which its contract does not name")
                .isTrue();
        compareHeaders(what, promised.path("headers"), answer);
        var content = promised.path("content");
        if (content.isEmpty()) {
            assertThat(answer.asByteArray()).as(what + ": the body").isEmpty();
            return;
        }
        var type = answer.contentType().replaceAll("\\s*;.*", "");
        assertThat(content.has(type))
                .as(what + ": the contract names no " + type)
                .isTrue();
        if (type.endsWith("json")) {
            compareBody(what, content.path(type).path("schema"), answer.asString());
        }
    }

    private static void compareHeaders(String what, JsonNode promised, Response answer) {
        promised.properties().stream()
                .filter(header -> header.getValue().path("required").asBoolean())
                .forEach(header -> assertThat(answer.header(header.getKey()))
                        .as(what + ": the header " + header.getKey())
                        .isNotNull());
        TOLD.stream().filter(header -> answer.header(header) != null).forEach(header -> assertThat(promised.has(header))
                .as(what + ": the contract does not name the header " + header)
                .isTrue());
    }

    private static void compareBody(String what, JsonNode schema, String body) {
        try {
            assertThat(errors(schema, JSON.readTree(body)))
                    .as(what + " and " + body)
                    .isEmpty();
        } catch (IOException e) {
            fail(what + " and what is no JSON: " + body, e);
        }
    }

    /** The violations of a schema of the API description. */
    static Set<ValidationMessage> errors(JsonNode schema, JsonNode value) {
        return SCHEMAS.computeIfAbsent(schema, AnswersFollowTheContract::compiled)
                .validate(value);
    }

    /** The same for a schema of this document, which may leave open what other members there are. */
    static Set<ValidationMessage> errors(JsonNode document, JsonNode schema, JsonNode value) {
        return compiled(document, schema).validate(value);
    }

    private static JsonSchema compiled(JsonNode schema) {
        return compiled(contract(), schema);
    }

    /** With the components that the schema refers to. */
    private static JsonSchema compiled(JsonNode contract, JsonNode schema) {
        var document = schema.<ObjectNode>deepCopy();
        document.set("components", contract.path("components"));
        return JsonSchemaFactory.getInstance(VersionFlag.V202012, factory -> factory.metaSchema(DIALECT))
                .getSchema(
                        document,
                        SchemaValidatorsConfig.builder()
                                .formatAssertionsEnabled(true)
                                .build());
    }

    private static JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? contract().at(node.path("$ref").asText().substring(1)) : node;
    }

    /** As the service returns it, which equals the committed file; see {@link OpenApiTest}. */
    private static synchronized JsonNode contract() {
        if (contract == null) {
            contract = closed(given().noFilters().get("/q/openapi?format=json").as(JsonNode.class));
        }
        return contract;
    }

    /** Forbids unknown fields: callers have to ignore them, but the API description has to name them. */
    private static JsonNode closed(JsonNode open) {
        open.path("components").path("schemas").forEach(schema -> {
            if (schema.has("properties")) {
                ((ObjectNode) schema).put("additionalProperties", false);
            }
        });
        return open;
    }
}
