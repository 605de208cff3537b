package org.imodel4j.ec.xml;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.imodel4j.ec.schema.SchemaDef;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.jspecify.annotations.Nullable;

/** Looks for schemas in the sources, in their order; the first source that has one that will do gives its newest. */
final class SchemaFinder {
    private static final String SUFFIX = ".ecschema.xml";

    private final List<SchemaSource> sources;
    private final SchemaLimits limits;
    private final Map<Path, Map<String, List<Path>>> folders = new HashMap<>();
    private final Map<Path, Candidate.Written> read = new HashMap<>();
    private final Map<Candidate.Written, Path> origins = new IdentityHashMap<>();

    SchemaFinder(List<SchemaSource> sources, SchemaLimits limits) {
        this.sources = List.copyOf(sources);
        this.limits = limits;
    }

    /** A listed schema; the same file is not read again when it is found. */
    Candidate.Written read(SchemaInput input) {
        SchemaHeader header = SchemaHeader.read(SchemaText.read(input, limits), limits);
        Candidate.Written candidate = Candidate.Written.of(header, input);
        if (input instanceof SchemaInput.File file) {
            Path path = file.path().toAbsolutePath().normalize();
            read.put(path, candidate);
            origins.put(candidate, path);
        }
        return candidate;
    }

    /**
     * A schema that meets a need.
     *
     * @return null when there is none
     * @throws IModelException when the only file of the name can not be read
     */
    @Nullable
    Candidate find(Need need) {
        for (SchemaSource source : sources) {
            Candidate found =
                    switch (source) {
                        case SchemaSource.Stored stored -> stored(stored, need);
                        case SchemaSource.Folders folder -> written(folder, need);
                    };
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** The schemas that lie beside the file of one and supplement it. */
    List<Candidate> supplements(Candidate candidate) {
        List<Candidate> supplements = new ArrayList<>();
        Path file = candidate instanceof Candidate.Written written ? origins.get(written) : null;
        Path folder = file == null ? null : file.getParent();
        if (folder != null) {
            String start = Declarations.key(candidate.key().name() + SchemaHeader.SUPPLEMENTAL);
            folders.computeIfAbsent(folder, SchemaFinder::list).forEach((name, found) -> {
                if (name.startsWith(start)) {
                    supplements.add(read(found.get(found.size() - 1)));
                }
            });
        }
        return supplements;
    }

    /** The places that were looked into. */
    List<String> places() {
        List<String> places = new ArrayList<>();
        for (SchemaSource source : sources) {
            switch (source) {
                case SchemaSource.Stored stored -> places.add(stored.label());
                case SchemaSource.Folders found -> found.folders().forEach(folder -> places.add(folder.toString()));
            }
        }
        return places;
    }

    private static @Nullable Candidate stored(SchemaSource.Stored source, Need need) {
        SchemaDef found = source.byName().apply(need.name());
        Candidate candidate = found == null ? null : new Candidate.Stored(found);
        return candidate != null && candidate.meets(need) ? candidate : null;
    }

    private @Nullable Candidate written(SchemaSource.Folders source, Need need) {
        Candidate.Written best = null;
        IModelException unreadable = null;
        for (Path folder : source.folders()) {
            for (Path file : files(folder, need.name())) {
                try {
                    Candidate.Written candidate = read(file);
                    if (candidate.meets(need) && (best == null || isNewer(candidate, best))) {
                        best = candidate;
                    }
                } catch (IModelException failure) {
                    unreadable = failure;
                }
            }
        }
        if (best == null && unreadable != null) {
            throw unreadable;
        }
        return best;
    }

    private static boolean isNewer(Candidate one, Candidate other) {
        return one.key().version().compareTo(other.key().version()) > 0;
    }

    private Candidate.Written read(Path file) {
        Candidate.Written known = read.get(file);
        return known != null ? known : read(new SchemaInput.File(file));
    }

    private List<Path> files(Path folder, String name) {
        Path absolute = folder.toAbsolutePath().normalize();
        return folders.computeIfAbsent(absolute, SchemaFinder::list).getOrDefault(Declarations.key(name), List.of());
    }

    /** The files of a folder by the name of their schema, which is what stands in front of the first dot. */
    private static Map<String, List<Path>> list(Path folder) {
        Map<String, List<Path>> files = new HashMap<>();
        if (!Files.isDirectory(folder)) {
            return files;
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                String name = String.valueOf(entry.getFileName()).toLowerCase(Locale.ROOT);
                if (name.endsWith(SUFFIX)) {
                    String schema = name.substring(0, name.indexOf('.'));
                    files.computeIfAbsent(schema, first -> new ArrayList<>()).add(entry);
                }
            }
        } catch (IOException unreadable) {
            throw new IModelException(Status.BE_SQLITE_ERROR, SchemaText.FAILED, unreadable).with("folder", folder);
        }
        files.values().forEach(found -> found.sort(null));
        return files;
    }
}
