package org.imodel4j.host.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RpcUrlTest {
    @Test
    void urlsOfNewFrontendsAreRead() {
        RpcUrl url = RpcUrl.parse(
                "/rpc-test/v1.0/mode/1/context/T/imodel/M/changeset/abc/IModelReadRpcInterface-3.8.0-queryRows");
        assertThat(url)
                .isEqualTo(new RpcUrl("T", "M", "abc", 1, true, true, "IModelReadRpcInterface", "3.8.0", "queryRows"));
    }

    @Test
    void aChangesetOfZeroIsNone() {
        RpcUrl url = RpcUrl.parse("/a/mode/1/context/T/imodel/M/changeset/0/I-1.0.0-op");
        assertThat(url.changesetId()).isEmpty();
        assertThat(url.hasChangeset()).isTrue();
    }

    @Test
    void urlsOf2xHaveNoChangesetAndMayHaveNoContext() {
        RpcUrl url = RpcUrl.parse("/t/v/mode/2/context//imodel/undefined/SnapshotIModelRpcInterface-2.0.0-openRemote");
        assertThat(url)
                .isEqualTo(new RpcUrl(
                        "", "undefined", "", 2, true, false, "SnapshotIModelRpcInterface", "2.0.0", "openRemote"));
    }

    @Test
    void anyPrefixIsAllowedEvenOneOfTheSameWords() {
        RpcUrl url = RpcUrl.parse("/context/x/imodel/y/changeset/z/mode/1/context/T/imodel/M/changeset/0/I-1.0.0-op");
        assertThat(url.iTwinId()).isEqualTo("T");
        assertThat(url.iModelId()).isEqualTo("M");
        assertThat(url.changesetId()).isEmpty();
    }

    @Test
    void prereleasesKeepTheirHyphens() {
        RpcUrl url = RpcUrl.parse("/mode/1/context/T/imodel/M/changeset/0/I-1.0.0-dev.1-x-op");
        assertThat(url.version()).isEqualTo("1.0.0-dev.1-x");
        assertThat(url.operation()).isEqualTo("op");
    }

    @Test
    void controlRequestsAreKnownByTheirEndEvenWithSlashesInTheBase64() {
        RpcUrl url = RpcUrl.parse(
                "/t/v1.0/mode/1/context/none/imodel/none/changeset/none/QUAxLjAu/MCxC+QDIuMC4w-CONTROL-describeEndpoints");
        assertThat(url.isControl()).isTrue();
        assertThat(url.iModelId()).isEqualTo("none");
        assertThat(url.interfaceName()).isEqualTo("QUAxLjAu/MCxC+QDIuMC4w");
        RpcUrl older = RpcUrl.parse("/t/mode/2/context/x/imodel/y/QUAxLjAuMCxCQDIuMC4w-CONTROL-describeEndpoints");
        assertThat(older.controlEndpoints()).containsExactly("A@1.0.0", "B@2.0.0");
        assertThat(older.iModelId()).isEqualTo("y");
    }

    @Test
    void anythingCanBeParsed() {
        for (String path : List.of(
                "",
                "/",
                "//",
                "-",
                "--",
                "/-CONTROL-describeEndpoints",
                "-CONTROL-describeEndpoints",
                "/imodel/",
                "/imodel//changeset//",
                "/changeset/",
                "/imodel/x-CONTROL-describeEndpoints",
                "a-b",
                "/a-b-c/")) {
            assertThat(RpcUrl.parse(path)).as(path).isNotNull();
        }
        assertThat(RpcUrl.parse("/a-b-c/").operation()).isEqualTo("c");
        assertThat(RpcUrl.parse("/x").hasIModel()).isFalse();
    }
}
