package org.imodel4j.host;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.security.CodeSource;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;

/**
 * The directories that a backend knows without being told.
 *
 * @param cacheDir the root of everything that is kept between runs and can be made again
 * @param profileDir the part of it that belongs to one profile
 * @param packageAssetsDir {@code assets} beside the compiled code; nothing is promised to be in it. There is no native
 *     add-on and therefore no directory for the assets of one.
 * @param tmpdir the temporary directory of the machine
 */
public record KnownLocations(Path cacheDir, Path profileDir, Path packageAssetsDir, Path tmpdir) {
    static KnownLocations of(Path cacheDir, String profileName) {
        Path tmpdir = Paths.get(System.getProperty("java.io.tmpdir", "."));
        return new KnownLocations(
                cacheDir, cacheDir.resolve("profiles").resolve(profileName), packageAssets(cacheDir), tmpdir);
    }

    /**
     * The cache directory that iTwin.js uses on a platform; its name is that of all its releases, so that the two backends
     * find each other's files.
     */
    static Path defaultCacheDir(Platform platform, String home) {
        Path user = Paths.get(home);
        return switch (platform) {
            case WINDOWS -> user.resolve("AppData").resolve("Local").resolve("iModelJs");
            case MAC, IOS -> user.resolve("Library").resolve("Caches").resolve("iModelJs");
            case LINUX, ANDROID -> user.resolve(".cache").resolve("iModelJs");
            case OTHER ->
                throw new IModelException(Status.BAD_ARG, "unknown platform: cacheDir has to be given")
                        .with("os", System.getProperty("os.name", ""));
        };
    }

    /** Android has no code source: there the cache stands in. */
    private static Path packageAssets(Path cacheDir) {
        CodeSource source = KnownLocations.class.getProtectionDomain().getCodeSource();
        if (source != null && source.getLocation() != null) {
            try {
                Path code = Paths.get(source.getLocation().toURI());
                Path parent = code.getParent();
                if (parent != null) {
                    return parent.resolve("assets");
                }
            } catch (URISyntaxException | IllegalArgumentException | java.nio.file.FileSystemNotFoundException e) {
                return cacheDir.resolve("assets");
            }
        }
        return cacheDir.resolve("assets");
    }
}
