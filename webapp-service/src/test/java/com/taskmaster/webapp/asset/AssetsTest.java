package com.taskmaster.webapp.asset;

import static com.taskmaster.webapp.Browser.WEBAPP;
import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.taskmaster.webapp.WithBackingServices;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithBackingServices
class AssetsTest {

    @ParameterizedTest(name = "browsers may cache {0} permanently")
    @ValueSource(strings = {"app.css", "icon.svg", "zone.js", "countdown.js", "resume.js", "htmx.min.js"})
    void areKeptForGood(String name) {
        get(WEBAPP + Assets.url(name))
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("public, max-age=31536000, immutable"));
    }

    @ParameterizedTest(name = "browsers have to revalidate {0}")
    @ValueSource(strings = {"app.css", "app.css?v=0123456789abcdef", "check.svg", "nothing.css?v=0123456789abcdef"})
    void areAskedForAgain(String name) {
        get(WEBAPP + "/assets/" + name).then().header("Cache-Control", equalTo("no-cache"));
    }

    @Test
    void areCompressed() {
        given().header("Accept-Encoding", "gzip")
                .get(WEBAPP + Assets.url("app.css"))
                .then()
                .header("Content-Encoding", equalTo("gzip"));
    }

    @Test
    void pagesNameTheContent() {
        get(WEBAPP).then().body(containsString("href=\"" + Assets.url("app.css") + "\""));
    }

    @Test
    void contentHasANameOfItsOwn() {
        assertThat(Assets.version("app.css")).isPresent().isNotEqualTo(Assets.version("icon.svg"));
    }

    @Test
    void pagesNameNoFileThatIsNotThere() {
        assertThatIllegalArgumentException().isThrownBy(() -> Assets.url("nothing.css"));
    }
}
