package org.imodel4j.host.rpc.devtools;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.imodel4j.host.IModelHost;
import org.imodel4j.host.IModelHostConfiguration;
import org.imodel4j.host.rpc.Exchange;
import org.imodel4j.host.rpc.RpcInterface;
import org.imodel4j.host.rpc.WebRpcProtocol;
import org.imodel4j.host.rpc.tile.TileInterface;
import org.imodel4j.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DevToolsInterfaceTest {
    private static final String BASE = "/t/v/mode/1/context/T/imodel/M/changeset/0/";

    @TempDir
    Path dir;

    private IModelHost host;
    private WebRpcProtocol protocol;

    @BeforeEach
    void start() {
        host = IModelHost.startup(
                IModelHostConfiguration.builder().cacheDir(dir).build());
        List<RpcInterface> all = new ArrayList<>(DevToolsInterface.all());
        all.addAll(TileInterface.all());
        protocol = new WebRpcProtocol(host, all);
    }

    @AfterEach
    void stop() {
        host.close();
    }

    private Exchange call(String operation, String arguments) {
        return Exchange.post(BASE + operation, arguments).dialect2().through(protocol);
    }

    @Test
    void bothVersionsAreServed() {
        assertThat(call("DevToolsRpcInterface-0.6.0-ping", "[{}]").text()).isEqualTo("true");
        assertThat(call("DevToolsRpcInterface-0.7.0-ping", "[{}]").text()).isEqualTo("true");
        assertThat(call("DevToolsRpcInterface-0.5.0-ping", "[{}]").status()).isEqualTo(403);
    }

    @Test
    void statisticsAreNumbersOrText() {
        assertThat(call("DevToolsRpcInterface-0.7.0-stats", "[{},0]").text()).containsPattern("\"heapUsed\":\\d+");
        assertThat(call("DevToolsRpcInterface-0.7.0-stats", "[{},1]").text())
                .containsPattern("\"heapUsed\":\"\\d+ MB\"");
        assertThat(call("DevToolsRpcInterface-0.7.0-stats", "[{}]").object().object("os"))
                .isNotNull();
    }

    @Test
    void versionsAreReadByOldAndNewFrontends() {
        JsonObject versions =
                call("DevToolsRpcInterface-0.7.0-versions", "[{}]").object();
        assertThat(versions.text("application")).isEqualTo("1.0.0");
        assertThat(versions.text("iTwinJs")).isEqualTo(versions.text("iModelJs"));
        assertThat(versions.array("availableRpcs")).isNotNull();
    }

    @Test
    void logLevelsAnswerThePreviousOne() {
        assertThat(call("DevToolsRpcInterface-0.7.0-setLogLevel", "[{},\"a.b\",2]")
                        .bytes())
                .isEmpty();
        assertThat(call("DevToolsRpcInterface-0.7.0-setLogLevel", "[{},\"a.b\",1]")
                        .text())
                .isEqualTo("2");
        assertThat(call("DevToolsRpcInterface-0.7.0-setLogLevel", "[{}]").status())
                .isEqualTo(400);
    }

    @Test
    void thereIsNoExternalTileCache() {
        assertThat(call("IModelTileRpcInterface-2.3.0-isUsingExternalTileCache", "[]")
                        .text())
                .isEqualTo("false");
        assertThat(call("IModelTileRpcInterface-3.2.0-queryVersionInfo", "[]").text())
                .isEqualTo("{\"formatVersion\":2424832}");
    }

    @Test
    void operationsThatAreNotOfferedNameThemselves() {
        Exchange e = call("IModelTileRpcInterface-3.2.0-requestTileTreeProps", "[{},\"1\"]");
        assertThat(e.status()).isEqualTo(501);
        assertThat(e.object().text("message"))
                .isEqualTo("IModelTileRpcInterface.requestTileTreeProps is not offered by this backend");
        assertThat(e.text()).contains("\"errorNumber\":65606");
    }
}
