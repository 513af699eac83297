package com.taskmaster.tasks;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** A client of the API for one user, who has just signed in. */
public final class TasksApi {

    public static final String MERGE_PATCH = "application/merge-patch+json";

    private final String user;
    private final String token;

    private TasksApi(String user) {
        this.user = user;
        this.token = TestTokens.signed(TestTokens.claims(user)
                .claim("scope", "tasks.read tasks.write")
                .claim("auth_time", Instant.now().getEpochSecond()));
    }

    /** A user who is new to the API. */
    public static TasksApi somebodyNew() {
        return new TasksApi("user-" + UUID.randomUUID());
    }

    public String user() {
        return user;
    }

    /** The value of the header, for requests that no client library can send. */
    public String authorization() {
        return "Bearer " + token;
    }

    public RequestSpecification request() {
        return given().auth().oauth2(token);
    }

    public ValidatableResponse get(String path) {
        return request().get(path).then();
    }

    /** @param body an object, or JSON text */
    public Response post(String path, Object body) {
        return request().contentType(ContentType.JSON).body(body).post(path);
    }

    /** @return the id */
    public String create(String title) {
        return create(Map.of("title", title));
    }

    /** @return the id */
    public String create(Map<String, ?> task) {
        return post("/tasks", task)
                .then()
                .statusCode(201)
                .extract()
                .header("Location")
                .replaceAll(".*/", "");
    }

    /** @return the id */
    public String createList(String name) {
        return post("/lists", Map.of("name", name))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** @param patch an object, or JSON text */
    public Response patch(String path, String etag, Object patch) {
        return request()
                .contentType(MERGE_PATCH)
                .header("If-Match", etag)
                .body(patch)
                .patch(path);
    }

    /** Changes the current version of the task. */
    public ValidatableResponse change(String id, Object patch) {
        return patch("/tasks/" + id, etag("/tasks/" + id), patch).then().statusCode(200);
    }

    public ValidatableResponse delete(String path) {
        return request().header("If-Match", etag(path)).delete(path).then();
    }

    public String etag(String path) {
        return get(path).statusCode(200).extract().header("ETag");
    }
}
