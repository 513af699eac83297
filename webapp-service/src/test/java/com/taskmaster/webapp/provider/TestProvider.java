package com.taskmaster.webapp.provider;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.taskmaster.backing.ServerCertificate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;

/**
 * An OpenID provider with one client, modeled on Microsoft Entra ID. It signs its user in without asking, and records
 * its requests. Its responses can be altered until {@link #reset()}.
 */
public final class TestProvider {

    public static final String TENANT = "5f1f7a52-6ff5-4b1c-a0a3-8b1d3f3c7e21";
    public static final String CLIENT_ID = "11111111-be56-4843-9ff4-e66a39bb12e3";
    public static final String API = "6e74172b-be56-4843-9ff4-e66a39bb12e3";
    public static final String SCOPE_PREFIX = "api://" + API + "/";

    private final ClientCredential credential;
    private final Set<String> announced;
    private final Set<String> withheld;
    private final ServerCertificate certificate;
    private final TokenEndpoint tokens = new TokenEndpoint();
    private final List<ReceivedRequest> received = new CopyOnWriteArrayList<>();
    private volatile Alterations alterations = new Alterations();
    private int rotations;
    private volatile SigningKey key = new SigningKey("provider-" + rotations);
    private volatile HttpServer server;

    /**
     * @param announced the names of metadata that the discovery document has in addition to Entra ID's
     * @param withheld the names of metadata that it lacks
     * @param certificate {@code null} for plain http
     */
    TestProvider(
            ClientCredential credential, Set<String> announced, Set<String> withheld, ServerCertificate certificate) {
        this.credential = credential;
        this.announced = announced;
        this.withheld = withheld;
        this.certificate = certificate;
        this.server = serve(0);
    }

    public String issuer() {
        return tenant() + "/v2.0";
    }

    /** Applies from the next sign-in on. */
    public void signsIn(TestUser user) {
        alterations.user = user;
    }

    public void alterIdTokens(Consumer<JwtClaims> alteration) {
        alterations.idTokenClaims = alteration;
    }

    public void alterAccessTokens(Consumer<JwtClaims> alteration) {
        alterations.accessTokenClaims = alteration;
    }

    /** Alters the header, algorithm or key of ID tokens. */
    public void alterIdTokenSignatures(Consumer<JsonWebSignature> alteration) {
        alterations.idTokenSignature = alteration;
    }

    /** Puts something else in the place of ID tokens in token responses. */
    public void replaceIdTokens(String anythingElse) {
        alterations.idToken = Optional.of(anythingElse);
    }

    public void refuseAuthorization(String error, String description) {
        alterations.atAuthorization = Optional.of(new Refusal(302, error, description));
    }

    public void refuseTokens(int status, String error, String description) {
        alterations.atToken = Optional.of(new Refusal(status, error, description));
    }

    public void refuseRevocations() {
        alterations.atRevocation = Optional.of(new Refusal(503, "temporarily_unavailable", "Come back later."));
    }

    /** Alters the parameters of token responses. */
    public void alterTokenResponses(Consumer<Map<String, Object>> alteration) {
        alterations.tokenResponse = alteration;
    }

    /** Replaces all responses of the token endpoint, as a proxy might. */
    public void replaceTokenAnswers(int status, String body) {
        alterations.tokenAnswer = Optional.of(Answer.text(status, body));
    }

    /** Delays each response, until {@link #reset()} releases those that are pending. */
    public void delayAnswers(Duration delay) {
        alterations.delay = delay;
    }

    /** Responds like a proxy with its own page, which does not even have an error status. */
    public void standBehindAnotherPage() {
        alterations.anotherPage = true;
    }

    /** Makes the discovery document name another issuer than the configured one. */
    public void announceIssuer(String issuer) {
        alterations.announcedIssuer = Optional.of(issuer);
    }

    /** Signs tokens with a new key from now on, and no longer publishes the old one. */
    public void rotateKey() {
        rotations++;
        key = new SigningKey("provider-" + rotations);
    }

    /** Stops listening at its address, until {@link #comeBack()}. */
    public void goDown() {
        server.stop(0);
    }

    public void comeBack() {
        server = serve(server.getAddress().getPort());
    }

    /** Removes all alterations, and forgets the recorded requests. */
    public void reset() {
        var ended = alterations;
        alterations = new Alterations();
        received.clear();
        ended.end();
    }

    /** The valid refresh tokens. */
    public Set<String> refreshTokens() {
        return tokens.refreshTokens();
    }

    /** Invalidates all refresh tokens. */
    public void forgetRefreshTokens() {
        tokens.refreshTokens().forEach(tokens::revoke);
    }

    public List<ReceivedRequest> authorizationRequests() {
        return requests("/oauth2/v2.0/authorize");
    }

    public List<ReceivedRequest> tokenRequests() {
        return requests("/oauth2/v2.0/token");
    }

    public List<ReceivedRequest> userInfoRequests() {
        return requests("/oidc/userinfo");
    }

    public List<ReceivedRequest> introspectionRequests() {
        return requests("/oauth2/v2.0/introspect");
    }

    public List<ReceivedRequest> revocationRequests() {
        return requests("/oauth2/v2.0/revoke");
    }

    public List<ReceivedRequest> endSessionRequests() {
        return requests("/oauth2/v2.0/logout");
    }

    String idToken(Grant grant) {
        var claims = entraTokens().idToken(grant);
        alterations.idTokenClaims.accept(claims);
        return alterations.idToken.orElseGet(() -> key.sign(claims, alterations.idTokenSignature));
    }

    String accessToken(Grant grant) {
        var claims = entraTokens().accessToken(grant);
        alterations.accessTokenClaims.accept(claims);
        return key.sign(claims, signature -> {});
    }

    void close() {
        reset();
        server.stop(0);
    }

    private Answer answer(ReceivedRequest request) {
        if (alterations.anotherPage) {
            return Answer.text(200, "<!doctype html><title>We are back soon</title>");
        }
        return switch (request.path().replace("/" + TENANT, "")) {
            case "/v2.0/.well-known/openid-configuration" ->
                Answer.json(
                        200,
                        new DiscoveryDocument(tenant(), announced, withheld)
                                .metadata(alterations.announcedIssuer.orElse(issuer())));
            case "/discovery/v2.0/keys" -> Answer.json(200, key.published());
            case "/oauth2/v2.0/authorize" -> authorize(request);
            case "/oauth2/v2.0/token" -> token(request);
            case "/oidc/userinfo" -> Answer.json(200, Map.of("name", alterations.user.name()));
            case "/oauth2/v2.0/introspect" -> Answer.json(200, Map.of("active", true));
            case "/oauth2/v2.0/revoke" -> revoke(request);
            case "/oauth2/v2.0/logout" -> endSession(request);
            default -> Answer.text(404, "Not found");
        };
    }

    private Answer authorize(ReceivedRequest request) {
        var asked = request.parameters();
        if (!CLIENT_ID.equals(asked.get("client_id"))
                || !"code".equals(asked.get("response_type"))
                || !"S256".equals(asked.get("code_challenge_method"))) {
            return Answer.text(400, "AADSTS900144: This request cannot be answered.");
        }
        var parameters = new HashMap<String, String>();
        parameters.put("state", asked.get("state"));
        if (announced.contains("authorization_response_iss_parameter_supported")) {
            parameters.put("iss", issuer());
        }
        alterations.atAuthorization.ifPresentOrElse(
                refusal -> parameters.putAll(refusal.parameters()),
                () -> parameters.putAll(granted(new Grant(alterations.user, request))));
        return Answer.redirect(asked.get("redirect_uri"), parameters);
    }

    private Map<String, String> granted(Grant grant) {
        return Map.of("code", tokens.codeFor(grant), "session_state", grant.sessionId());
    }

    private Answer token(ReceivedRequest request) {
        authenticate(request);
        alterations.atToken.ifPresent(refusal -> {
            throw refusal;
        });
        return alterations.tokenAnswer.orElseGet(() -> {
            var response = tokens.response(tokens.redeem(request), this, Alterations.TOKEN_LIFETIME.toSeconds());
            alterations.tokenResponse.accept(response);
            return Answer.json(200, response);
        });
    }

    private Answer revoke(ReceivedRequest request) {
        authenticate(request);
        alterations.atRevocation.ifPresent(refusal -> {
            throw refusal;
        });
        tokens.revoke(request.parameter("token"));
        return Answer.text(200, "");
    }

    private Answer endSession(ReceivedRequest request) {
        var back = request.parameter("post_logout_redirect_uri");
        return back == null
                ? Answer.text(200, "You signed out of your account")
                : Answer.redirect(back, Map.of("state", request.parameter("state")));
    }

    private void authenticate(ReceivedRequest request) {
        if (!credential.isShownBy(request, tokenEndpoint())) {
            throw new Refusal(401, "invalid_client", "AADSTS7000215: The client has not proven who it is.");
        }
    }

    private EntraTokens entraTokens() {
        return new EntraTokens(issuer(), Alterations.TOKEN_LIFETIME);
    }

    private List<ReceivedRequest> requests(String endpoint) {
        return received.stream()
                .filter(request -> request.path().endsWith(endpoint))
                .toList();
    }

    private String tokenEndpoint() {
        return tenant() + "/oauth2/v2.0/token";
    }

    private String tenant() {
        return (certificate == null ? "http" : "https") + "://localhost:"
                + server.getAddress().getPort() + "/" + TENANT;
    }

    private HttpServer serve(int port) {
        try {
            var server = create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            server.setExecutor(Executors.newCachedThreadPool(task -> {
                var thread = new Thread(task, "test provider");
                thread.setDaemon(true);
                return thread;
            }));
            server.createContext("/", this::handle);
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpServer create(InetSocketAddress address) throws IOException {
        return certificate == null ? HttpServer.create(address, 0) : certificate.listenOn(address);
    }

    private void handle(HttpExchange exchange) throws IOException {
        var request = ReceivedRequest.of(exchange);
        received.add(request);
        alterations.awaitTheAnswersTime();
        try {
            answer(request).send(exchange);
        } catch (Refusal refusal) {
            refusal.answer().send(exchange);
        }
    }
}
