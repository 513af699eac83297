package com.taskmaster.tasks.openapi;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.oneOf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.taskmaster.tasks.TasksApi;
import com.taskmaster.tasks.TestTokens;
import com.taskmaster.tasks.WithBackingServices;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The API description is complete, and the committed file matches the code. */
@QuarkusTest
@WithBackingServices
class OpenApiTest {

    private static final Path COMMITTED = Path.of("openapi.yaml");
    private static final Path ACTUAL = Path.of("target", "openapi.yaml");

    private final TasksApi alice = TasksApi.somebodyNew();
    private String yaml;
    private JsonNode document;

    /** An operation and its name: method and path. */
    private record Operation(String name, JsonNode description) {}

    /** A body with a member that it should not have. */
    private record SpoiltBody(Operation operation, String type, JsonNode schema, JsonNode body) {}

    @BeforeEach
    void read() throws IOException {
        yaml = given().get("/q/openapi").then().statusCode(200).extract().asString();
        document = new ObjectMapper()
                .readTree(given().get("/q/openapi?format=json").asString());
    }

    @Test
    void isTheCommittedFile() throws IOException {
        var actual = yaml.replaceAll("http://localhost:\\d+/realms", "https://provider.example/realms");
        Files.writeString(ACTUAL, actual);

        assertThat(actual)
                .as("Where the change is meant, copy %s to %s", ACTUAL, COMMITTED)
                .isEqualTo(Files.readString(COMMITTED));
    }

    @Test
    void isOpenApi31ThatAParserUnderstands() {
        assertThat(document.path("openapi").asText()).startsWith("3.1");
        assertThat(new OpenAPIV3Parser().readContents(yaml).getMessages()).isEmpty();
    }

    @Test
    void everyOperationHasANameASummaryAndATag() {
        assertThat(operations()).allSatisfy(operation -> {
            assertThat(operation.description().path("operationId").asText()).matches("[a-z][A-Za-z]+");
            assertThat(operation.description().path("summary").asText()).isNotBlank();
            assertThat(operation.description().path("tags")).isNotEmpty();
        });
        assertThat(operations()
                        .map(operation ->
                                operation.description().path("operationId").asText()))
                .doesNotHaveDuplicates();
    }

    @Test
    void everyOperationNamesItsScope() {
        assertThat(operations().filter(operation -> !operation.name().contains(".well-known")))
                .isNotEmpty()
                .allSatisfy(operation -> assertThat(operation
                                .description()
                                .at("/security/0/oauth2/0")
                                .asText())
                        .isEqualTo(operation.name().startsWith("get") ? "tasks.read" : "tasks.write"));
    }

    @Test
    void everyAnswerIsDescribedAndHasASchemaAndAnExample() {
        assertThat(operations()).allSatisfy(operation -> assertThat(
                        operation.description().path("responses").properties())
                .isNotEmpty()
                .allSatisfy(answer -> assertComplete(answer.getKey(), resolved(answer.getValue()))));
    }

    @Test
    void everyBodyHasASchemaAndAnExample() {
        assertThat(operations().filter(operation -> operation.description().has("requestBody")))
                .isNotEmpty()
                .allSatisfy(operation -> assertContent(operation.description().at("/requestBody/content")));
    }

    @Test
    void everyExampleOfABodyIsAccepted() {
        assertThat(operations().filter(operation -> operation.description().has("requestBody")))
                .isNotEmpty()
                .allSatisfy(operation -> assertThat(operation
                                .description()
                                .at("/requestBody/content")
                                .properties())
                        .allSatisfy(body -> send(
                                        operation,
                                        body.getKey(),
                                        body.getValue().path("example"))
                                .statusCode(oneOf(200, 201))));
    }

    @Test
    @DisplayName("A11 a body has no members but those that the contract names, in whatever object of it")
    void everyOtherMemberOfABodyIsRefused() {
        var bodies = operations()
                .flatMap(operation -> operation.description().at("/requestBody/content").properties().stream()
                        .filter(body -> body.getKey().endsWith("json"))
                        .flatMap(body -> withAnotherMember(body.getValue().path("example"))
                                .map(spoilt -> new SpoiltBody(
                                        operation,
                                        body.getKey(),
                                        body.getValue().path("schema"),
                                        spoilt))))
                .toList();

        assertThat(bodies).hasSizeGreaterThan(10).allSatisfy(body -> {
            send(body.operation(), body.type(), body.body()).statusCode(400);
            assertThat(AnswersFollowTheContract.errors(document, body.schema(), body.body()))
                    .as(body.toString())
                    .isNotEmpty();
        });
    }

    @Test
    @DisplayName("A11 an answer may get new members, but for values that are sent back as they were read")
    void answersMayGrow() {
        assertThat(document.at("/components/schemas").properties())
                .filteredOn(schema -> schema.getValue().has("additionalProperties"))
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrder(
                        "BulkOperation",
                        "BulkRequest",
                        "ChecklistItem",
                        "Due",
                        "DuePatch",
                        "ListPatch",
                        "Repeat",
                        "RepeatPatch",
                        "TaskDetails",
                        "TaskPatch",
                        "TransferredTask");
    }

    /** The same with one more member, in each object of it. */
    private static Stream<JsonNode> withAnotherMember(JsonNode body) {
        return IntStream.range(0, objects(body).size()).mapToObj(i -> {
            var spoilt = body.<JsonNode>deepCopy();
            objects(spoilt).get(i).put("nonsense", 1);
            return spoilt;
        });
    }

    private static List<ObjectNode> objects(JsonNode node) {
        var inside = stream(node).flatMap(child -> objects(child).stream());
        return Stream.concat(node instanceof ObjectNode object ? Stream.of(object) : Stream.empty(), inside)
                .toList();
    }

    private static ValidatableResponse send(Operation operation, String type, JsonNode example) {
        var somebody = TasksApi.somebodyNew();
        var parts = operation.name().split(" ");
        var path = parts[1].startsWith("/tasks/{id}")
                ? parts[1].replace("{id}", somebody.create("Sweep the yard"))
                : parts[1].contains("{id}") ? parts[1].replace("{id}", somebody.createList("Yard")) : parts[1];
        return somebody.request()
                .header("If-Match", "*")
                .contentType(type)
                .body(example.isTextual() ? example.asText() : example.toString())
                .request(parts[0], path)
                .then();
    }

    @Test
    @DisplayName("A11 nested objects in a patch have no required fields, and null clears optional ones (RFC 7396)")
    void describesPatchesOfObjects() {
        var schemas = document.at("/components/schemas");

        assertThat(schemas.at("/TaskPatch/properties/due/anyOf/0/$ref").asText())
                .endsWith("/DuePatch");
        assertThat(schemas.at("/TaskPatch/properties/repeat/anyOf/0/$ref").asText())
                .endsWith("/RepeatPatch");
        assertThat(schemas.path("DuePatch").has("required")).isFalse();
        assertThat(List.of("time", "zone"))
                .allSatisfy(member -> assertThat(schemas.at("/DuePatch/properties/" + member + "/anyOf/1/type")
                                .asText())
                        .isEqualTo("null"));
        assertThat(schemas.at("/Due/dependentRequired/time/0").asText()).isEqualTo("zone");
        assertThat(schemas.at("/Due/dependentRequired/zone/0").asText()).isEqualTo("time");
    }

    @Test
    void everyOperationSaysWhichErrorsItIsAnsweredWith() {
        assertThat(operations().filter(operation -> operation.description().has("security")))
                .allSatisfy(operation -> assertThat(
                                operation.description().path("responses").properties())
                        .extracting(Map.Entry::getKey)
                        .contains("401", "403", "429", "500", "503"));
    }

    @Test
    void everyParameterIsDescribed() {
        assertThat(operations()
                        .flatMap(operation -> stream(operation.description().path("parameters")))
                        .map(this::resolved)
                        .filter(parameter -> !parameter.path("in").asText().equals("path")))
                .isNotEmpty()
                .allSatisfy(parameter -> {
                    assertThat(parameter.path("description").asText()).isNotBlank();
                    assertThat(parameter.path("schema")).isNotEmpty();
                });
    }

    @Test
    @DisplayName("A12 every operation refuses parameters that the contract does not name, and repeated ones")
    void everyOperationRefusesOtherParameters() {
        assertThat(operations()).allSatisfy(operation -> {
            call(operation, "nonsense=1").body("errors.field", contains("nonsense"));
            call(operation, "nonsense=1&nonsense=2").body("errors.field", contains("nonsense"));
        });
        assertThat(operations()).allSatisfy(operation -> assertThat(stream(
                                operation.description().path("parameters"))
                        .map(this::resolved)
                        .filter(parameter -> parameter.path("in").asText().equals("query"))
                        .filter(parameter ->
                                !parameter.at("/schema/type").asText().equals("array")))
                .allSatisfy(parameter -> {
                    var name = parameter.path("name").asText();
                    call(operation, name + "=x&" + name + "=y")
                            .body("errors.message", contains("must not be repeated"));
                }));
    }

    @Test
    @DisplayName("A03 tasks.read alone cannot write, and tasks.write alone cannot read")
    void noOperationTakesTheOtherScope() {
        assertThat(operations().filter(operation -> operation.description().has("security")))
                .isNotEmpty()
                .allSatisfy(operation -> {
                    var reads = operation.name().startsWith("get ");
                    var token = TestTokens.signed(TestTokens.claims(alice.user())
                            .claim("scope", reads ? "tasks.write" : "tasks.read")
                            .claim("auth_time", Instant.now().getEpochSecond()));
                    call(operation, given().auth().oauth2(token), "")
                            .statusCode(403)
                            .header(
                                    "WWW-Authenticate",
                                    containsString("error=\"insufficient_scope\", scope=\"%s\""
                                            .formatted(reads ? "tasks.read" : "tasks.write")));
                });
    }

    private ValidatableResponse call(Operation operation, String query) {
        return call(operation, alice.request(), "?" + query).statusCode(400);
    }

    private static ValidatableResponse call(Operation operation, RequestSpecification request, String query) {
        var parts = operation.name().split(" ");
        operation.description().at("/requestBody/content").properties().stream()
                .findFirst()
                .ifPresent(content -> request.contentType(content.getKey()).body("[]"));
        return request.request(
                        parts[0],
                        parts[1].replaceAll("\\{\\w+}", UUID.randomUUID().toString()) + query)
                .then();
    }

    private void assertComplete(String status, JsonNode answer) {
        assertThat(answer.path("description").asText()).isNotBlank();
        if (!status.equals("204") && !status.equals("304")) {
            assertContent(answer.path("content"));
        }
        if (status.startsWith("4") || status.startsWith("5")) {
            assertThat(answer.path("content").has("application/problem+json")).isTrue();
        }
    }

    private static void assertContent(JsonNode content) {
        assertThat(content.properties()).isNotEmpty().allSatisfy(type -> {
            assertThat(type.getValue().path("schema")).isNotEmpty();
            var example = type.getValue().path("example");
            assertThat(example.isMissingNode()).isFalse();
            if (type.getKey().endsWith("json")) {
                assertThat(AnswersFollowTheContract.errors(type.getValue().path("schema"), example))
                        .as(example.toString())
                        .isEmpty();
            }
        });
    }

    private Stream<Operation> operations() {
        return document.path("paths").properties().stream().flatMap(path -> path.getValue().properties().stream()
                .filter(method -> method.getValue().has("responses"))
                .map(method -> new Operation(method.getKey() + " " + path.getKey(), method.getValue())));
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
