package org.imodel4j.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.imodel4j.error.IModelException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IModelHostTest {
    @TempDir
    Path dir;

    private IModelHostConfiguration.Builder options() {
        return IModelHostConfiguration.builder().cacheDir(dir.resolve("cache"));
    }

    @Test
    void eventsComeInTheOrderOfTheReference() {
        HostEvents events = new HostEvents();
        List<String> seen = new ArrayList<>();
        events.onBeforeShutdown().addListener(h -> seen.add("before shutdown, valid " + h.isValid()));
        events.onAfterStartup().addListener(h -> seen.add("after startup, valid " + h.isValid()));
        events.onWorkspaceStartup().addListener(h -> seen.add("workspace, valid " + h.isValid()));
        IModelHost host = IModelHost.startup(options().events(events).build());
        assertThat(host.isValid()).isTrue();
        host.close();
        host.close();
        assertThat(host.isValid()).isFalse();
        assertThat(seen)
                .containsExactly("workspace, valid true", "after startup, valid true", "before shutdown, valid false");
    }

    @Test
    void listenersAndSessionOutliveARestart() {
        HostEvents events = new HostEvents();
        List<String> sessions = new ArrayList<>();
        events.onAfterStartup().addListener(h -> sessions.add(h.sessionId()));
        IModelHostConfiguration configuration = options().events(events).build();
        IModelHost.startup(configuration).close();
        IModelHost.startup(configuration).close();
        assertThat(sessions).hasSize(2);
        assertThat(sessions.get(0)).isEqualTo(sessions.get(1)).hasSize(36);
    }

    @Test
    void aListenerThatThrowsDisturbsNobody() {
        HostEvents events = new HostEvents();
        List<String> seen = new ArrayList<>();
        events.onAfterStartup().addListener(h -> {
            throw new IllegalStateException("listener");
        });
        events.onAfterStartup().addListener(h -> seen.add("second"));
        try (IModelHost host = IModelHost.startup(options().events(events).build())) {
            assertThat(host.isValid()).isTrue();
        }
        assertThat(seen).containsExactly("second");
    }

    @Test
    void aFailedStartLeavesNothingStuck() throws IOException {
        Path occupied = Files.createFile(dir.resolve("file"));
        IModelHostConfiguration broken =
                options().cacheDir(occupied.resolve("cache")).build();
        for (int attempt = 0; attempt < 2; attempt++) {
            assertThatThrownBy(() -> IModelHost.startup(broken))
                    .isInstanceOf(IModelException.class)
                    .hasMessageContaining(occupied.toString());
        }
        Files.delete(occupied);
        try (IModelHost host = IModelHost.startup(broken)) {
            assertThat(host.cacheDir()).isDirectory();
        }
    }

    @Test
    void twoHostsShareAProfile() {
        IModelHostConfiguration configuration = options().build();
        IModelHost first = IModelHost.startup(configuration);
        try (IModelHost second = IModelHost.startup(configuration)) {
            assertThat(first.profileDir()).isEqualTo(second.profileDir()).isDirectory();
            first.close();
            assertThat(second.isValid()).isTrue();
        }
    }

    @Test
    void defaultsAreThoseOfTheReference() {
        IModelHostConfiguration c = IModelHostConfiguration.defaults();
        assertThat(c.profileName()).isEqualTo("default");
        assertThat(c.tileTreeRequestTimeout()).isEqualTo(Duration.ofMillis(20000));
        assertThat(c.tileContentRequestTimeout()).isEqualTo(Duration.ofMillis(20000));
        assertThat(c.logTileLoadTimeThreshold()).isEqualTo(Duration.ofSeconds(40));
        assertThat(c.logTileSizeThreshold()).isEqualTo(20000000);
        assertThat(c.maxTileCacheDbSize()).isEqualTo(1073741824);
        assertThat(c.compressCachedTiles()).isTrue();
        assertThat(c.incrementalSchemaLoading()).isFalse();
        assertThat(c.implicitWriteEnforcement()).isEqualTo(ImplicitWriteEnforcement.ALLOW);
        assertThat(c.allowSharedChannel()).isTrue();
        assertThat(c.appAssetsDir()).isNull();
        assertThat(c.session().applicationId()).isEqualTo("2686");
        assertThat(c.session().applicationVersion()).isEqualTo("1.0.0");
        assertThat(c.concurrentQuery().maxTimeAllowed()).isEqualTo(Duration.ofSeconds(60));
        assertThat(c.concurrentQuery().maxMemoryAllowed()).isEqualTo(8388608);
        assertThat(c.briefcaseCacheDir()).isEqualTo(c.cacheDir().resolve("imodels"));
    }

    @Test
    void defaultCacheDirectoryDependsOnThePlatform() {
        assertThat(KnownLocations.defaultCacheDir(Platform.LINUX, "/home/x"))
                .isEqualTo(Path.of("/home/x/.cache/iModelJs"));
        assertThat(KnownLocations.defaultCacheDir(Platform.ANDROID, "/data"))
                .isEqualTo(Path.of("/data/.cache/iModelJs"));
        assertThat(KnownLocations.defaultCacheDir(Platform.MAC, "/Users/x"))
                .isEqualTo(Path.of("/Users/x/Library/Caches/iModelJs"));
        assertThat(KnownLocations.defaultCacheDir(Platform.WINDOWS, "/u/x"))
                .isEqualTo(Path.of("/u/x/AppData/Local/iModelJs"));
        assertThatThrownBy(() -> KnownLocations.defaultCacheDir(Platform.OTHER, "/x"))
                .isInstanceOf(IModelException.class);
    }

    @Test
    void platformsAreToldApart() {
        assertThat(Platform.of("Linux", "Eclipse")).isEqualTo(Platform.LINUX);
        assertThat(Platform.of("Linux", "The Android Project")).isEqualTo(Platform.ANDROID);
        assertThat(Platform.of("Mac OS X", "Apple").platformName()).isEqualTo("darwin");
        assertThat(Platform.of("Windows 11", "").platformName()).isEqualTo("win32");
        assertThat(Platform.of("SunOS", "")).isEqualTo(Platform.OTHER);
    }

    @Test
    void theAccessTokenIsEmptyWithoutAClientAndWhenTheClientFails() {
        try (IModelHost none = IModelHost.startup(options().build());
                IModelHost failing = IModelHost.startup(options()
                        .authorizationClient(() -> {
                            throw new IllegalStateException("no network");
                        })
                        .build());
                IModelHost given = IModelHost.startup(
                        options().authorizationClient(() -> "Bearer x").build())) {
            assertThat(none.getAccessToken()).isEmpty();
            assertThat(failing.getAccessToken()).isEmpty();
            assertThat(given.getAccessToken()).isEqualTo("Bearer x");
        }
    }

    @Test
    void profileNamesCanNotLeaveTheCache() {
        for (String bad : List.of("", "..", "a/b", "a\\b", "a\0b")) {
            assertThatThrownBy(() -> options().profileName(bad)).isInstanceOf(IModelException.class);
        }
        try (IModelHost host = IModelHost.startup(options().profileName("mine").build())) {
            assertThat(host.profileDir()).isEqualTo(dir.resolve("cache/profiles/mine"));
            assertThat(host.knownLocations().tmpdir()).isDirectory();
        }
    }

    @Test
    void theVersionIsThatOfTheBuild() {
        assertThat(IModelHost.backendVersion()).matches("\\d+\\.\\d+\\.\\d+.*");
    }
}
