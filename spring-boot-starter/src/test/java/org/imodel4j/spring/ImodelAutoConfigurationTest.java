package org.imodel4j.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.imodel4j.host.ServedIModel;
import org.imodel4j.host.rpc.RpcAccess;
import org.imodel4j.host.rpc.RpcInterface;
import org.imodel4j.host.rpc.RpcResult;
import org.imodel4j.host.web.WebViewerHost;
import org.imodel4j.json.JsonValue;
import org.imodel4j.testkit.Fixtures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.io.support.SpringFactoriesLoader;

class ImodelAutoConfigurationTest {
    @SpringBootConfiguration
    @EnableAutoConfiguration
    static class Application {}

    @SpringBootConfiguration
    @EnableAutoConfiguration
    static class OwnInterfaces {
        @Bean
        RpcInterface greeting() {
            return RpcInterface.named("GreetingRpcInterface", "1.0.0")
                    .operation("greet", call -> RpcResult.json(JsonValue.of("Hello " + call.text(0))))
                    .build();
        }

        @Bean
        RpcAccess access() {
            return (who, url, token) ->
                    who.accessToken().isEmpty() ? RpcAccess.Decision.UNAUTHENTICATED : RpcAccess.Decision.ALLOW;
        }
    }

    @TempDir
    private Path dir;

    private ConfigurableApplicationContext run(Class<?> application, String... properties) {
        List<String> all = new ArrayList<>(List.of(properties));
        all.add("server.port=0");
        all.add("server.address=127.0.0.1");
        all.add("imodel4j.cache-dir=" + dir.resolve("cache"));
        all.add("spring.main.banner-mode=off");
        all.add("logging.level.root=off");
        return new SpringApplicationBuilder(application)
                .properties(all.toArray(String[]::new))
                .run();
    }

    private static HttpResponse<String> post(
            ConfigurableApplicationContext application, String path, String body, String... headers)
            throws IOException, InterruptedException {
        String port = application.getEnvironment().getRequiredProperty("local.server.port");
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("X-Correlation-Id", "test")
                .header("Content-Type", "text/plain")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    private static HttpResponse<String> count(ConfigurableApplicationContext application, String prefix)
            throws IOException, InterruptedException {
        ServedIModel iModel = Objects.requireNonNull(
                application.getBean(WebViewerHost.class).openIModels().tryKey("building"));
        String path = prefix + "/app/v1/mode/1/context//imodel/" + iModel.iModelId()
                + "/changeset/0/IModelReadRpcInterface-3.8.0-queryRows";
        String token = "{\"key\":\"building\",\"iTwinId\":\"" + iModel.iTwinId() + "\",\"iModelId\":\""
                + iModel.iModelId() + "\",\"changeset\":{\"id\":\"\",\"index\":0}}";
        return post(
                application,
                path,
                "[" + token + ",{\"query\":\"SELECT count(*) FROM bis.Element\"}]",
                "X-Protocol-Version",
                "2");
    }

    @Test
    void applicationAnswersQueriesUntilItIsClosed() throws Exception {
        Fixtures.copy("building.bim", dir.resolve("models"));
        WebViewerHost host;
        try (var application = run(Application.class, "imodel4j.files=" + dir.resolve("models"))) {
            host = application.getBean(WebViewerHost.class);
            assertThat(host.cacheDir()).isEqualTo(dir.resolve("cache"));
            HttpResponse<String> answer = count(application, "/rpc");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("[[274]]");
            assertThat(answer.headers().firstValue("Access-Control-Allow-Origin"))
                    .isEmpty();
        }
        assertThat(host.isValid()).isFalse();
    }

    @Test
    void applicationChoosesPathAndOrigins() throws Exception {
        Path file = Fixtures.copy("building.bim", dir);
        try (var application =
                run(Application.class, "imodel4j.files=" + file, "imodel4j.path=/*", "imodel4j.cross-origin=true")) {
            HttpResponse<String> answer = count(application, "");
            assertThat(answer.body()).contains("[[274]]");
            assertThat(answer.headers().firstValue("Access-Control-Allow-Origin"))
                    .contains("*");
        }
    }

    @Test
    void interfacesAndAccessOfTheApplicationAreUsed() throws Exception {
        String path = "/rpc/app/v1/mode/1/context//imodel/undefined/changeset/0/GreetingRpcInterface-1.0.0-greet";
        try (var application = run(OwnInterfaces.class)) {
            assertThat(post(application, path, "[\"you\"]").statusCode()).isEqualTo(401);
            assertThat(post(application, path, "[\"you\"]", "Authorization", "Bearer x")
                            .body())
                    .isEqualTo("\"Hello you\"");
        }
    }

    @Test
    void failedStartNamesFileAndProperty() throws IOException {
        Path text = Files.writeString(dir.resolve("text.bim"), "no iModel");
        for (Path file : List.of(dir.resolve("gone.bim"), text)) {
            FailureAnalysis analysis = analysis(catchThrowable(
                    () -> run(Application.class, "imodel4j.files=" + file).close()));
            assertThat(analysis.getDescription()).contains(file.toString());
            assertThat(analysis.getAction()).contains("imodel4j.files");
        }
    }

    @Test
    void pathThatIsNoPrefixIsRefused() {
        assertThat(catchThrowable(
                        () -> run(Application.class, "imodel4j.path=rpc").close()))
                .rootCause()
                .hasMessageContaining("imodel4j.path has to begin with /");
    }

    private static FailureAnalysis analysis(Throwable failure) {
        return SpringFactoriesLoader.forDefaultResourceLocation()
                .load(FailureAnalyzer.class, (type, name, ignored) -> {})
                .stream()
                .map(analyzer -> analyzer.analyze(failure))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void healthIsToldWhereThereIsActuator() {
        WebApplicationContextRunner runner = new WebApplicationContextRunner()
                .withPropertyValues("imodel4j.cache-dir=" + dir.resolve("cache"))
                .withConfiguration(
                        AutoConfigurations.of(ImodelAutoConfiguration.class, ImodelHealthAutoConfiguration.class));
        runner.run(context -> {
            HealthIndicator health = context.getBean(HealthIndicator.class);
            assertThat(Objects.requireNonNull(health.health())).satisfies(state -> {
                assertThat(state.getStatus()).isEqualTo(Status.UP);
                assertThat(state.getDetails()).containsEntry("iModels", 0);
            });
            context.getBean(WebViewerHost.class).close();
            assertThat(Objects.requireNonNull(health.health()).getStatus()).isEqualTo(Status.DOWN);
        });
        runner.withPropertyValues("management.health.imodel4j.enabled=false")
                .run(context -> assertThat(context).doesNotHaveBean(HealthIndicator.class));
        runner.withClassLoader(new FilteredClassLoader(HealthIndicator.class))
                .run(context -> assertThat(context).hasSingleBean(WebViewerHost.class));
    }

    @Test
    void propertiesAreDescribed() throws IOException {
        List<String> all = new ArrayList<>();
        for (URL each : Collections.list(
                ImodelProperties.class.getClassLoader().getResources("META-INF/spring-configuration-metadata.json"))) {
            try (InputStream in = each.openStream()) {
                all.add(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        assertThat(all).anySatisfy(text -> assertThat(text)
                .contains("imodel4j.files", "imodel4j.cache-dir", "imodel4j.path", "iModels to serve"));
    }
}
