package org.imodel4j.cli.export;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.imodel4j.ecsql.run.RowFileFormat;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.jspecify.annotations.Nullable;

/**
 * Finds a file format on the class path, else in the folder of the installation that has its name. What such formats need is
 * many times larger than this program; in their own folder they cost nothing while they are not used.
 */
final class FileFormats implements AutoCloseable {
    private final @Nullable URLClassLoader loader;
    private final RowFileFormat format;

    private FileFormats(@Nullable URLClassLoader loader, RowFileFormat format) {
        this.loader = loader;
        this.format = format;
    }

    /** @throws IModelException this installation does not have the format */
    static FileFormats load(String name) {
        RowFileFormat known = find(name, FileFormats.class.getClassLoader());
        if (known != null) {
            return new FileFormats(null, known);
        }
        String home = System.getProperty("imodel4j.home");
        URLClassLoader loader = home == null ? null : open(Path.of(home, name));
        RowFileFormat found = loader == null ? null : find(name, loader);
        if (found == null) {
            throw new IModelException(Status.BAD_REQUEST, "This installation can not write the format")
                    .with("format", name);
        }
        return new FileFormats(loader, found);
    }

    private static @Nullable RowFileFormat find(String name, ClassLoader from) {
        for (RowFileFormat format : ServiceLoader.load(RowFileFormat.class, from)) {
            if (format.name().equals(name)) {
                return format;
            }
        }
        return null;
    }

    private static @Nullable URLClassLoader open(Path folder) {
        if (!Files.isDirectory(folder)) {
            return null;
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> jars = files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
            URL[] urls = new URL[jars.size()];
            for (int i = 0; i < urls.length; i++) {
                urls[i] = url(jars.get(i));
            }
            return new URLClassLoader(urls, FileFormats.class.getClassLoader());
        } catch (IOException e) {
            throw new IModelException(Status.READ_ERROR, "The installation can not be read", e).with("folder", folder);
        }
    }

    private static URL url(Path jar) throws MalformedURLException {
        return jar.toUri().toURL();
    }

    RowFileFormat format() {
        return format;
    }

    @Override
    public void close() {
        if (loader != null) {
            try {
                loader.close();
            } catch (IOException e) {
                throw new IModelException(Status.READ_ERROR, "The installation can not be closed", e);
            }
        }
    }
}
