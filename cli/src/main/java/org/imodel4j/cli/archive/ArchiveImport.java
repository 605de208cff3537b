package org.imodel4j.cli.archive;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.imodel4j.cli.output.Progress;
import org.imodel4j.cli.output.Terminal;
import org.imodel4j.ec.xml.SchemaInput;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.id.Guid;
import org.imodel4j.imodel.CreateIModelProps;
import org.imodel4j.imodel.StandaloneDb;
import org.imodel4j.imodel.WritableIModelDb;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.jspecify.annotations.Nullable;

/** Makes an iModel out of an archive, as a whole or not at all. One line is held at a time. */
public final class ArchiveImport {
    private final Archive archive;
    private final Path file;

    private ArchiveImport(Archive archive, Path file) {
        this.archive = archive;
        this.file = file;
    }

    /**
     * Makes a standalone iModel that has the id, the contents and the ids of contents of the one that was exported.
     *
     * @param file must not exist
     * @param cacheDir where finished empty files are kept; null for nowhere
     * @throws IModelException FileNotFound for a folder without an archive; BadArg for a line that is none, with its number; what an edit gives that can
     *     not be made, with the number of its line; as {@link StandaloneDb#createEmpty}. No file is left then
     */
    public static void run(Path file, Path folder, @Nullable Path cacheDir, Terminal terminal) {
        ArchiveImport work = new ArchiveImport(new Archive(folder), file);
        try (BufferedReader lines = Files.newBufferedReader(work.archive.lines());
                Progress progress = new Progress(terminal, "lines")) {
            StandaloneDb.createEmpty(file, props(lines.readLine()), true, cacheDir)
                    .close();
            boolean done = false;
            try {
                work.fill(lines, progress);
                done = true;
            } finally {
                if (!done) {
                    work.deleteFile();
                }
            }
        } catch (NoSuchFileException e) {
            throw new IModelException(Status.FILE_NOT_FOUND, "The folder has no archive", e).with("folder", folder);
        } catch (IOException e) {
            throw new IModelException(Status.READ_ERROR, "The archive can not be read", e).with("folder", folder);
        }
    }

    private static CreateIModelProps props(@Nullable String firstLine) {
        ArchiveLine line = ArchiveLine.parse(firstLine == null ? "" : firstLine, 1);
        JsonObject props = line.props();
        JsonValue.Number version = props.number("archive");
        if (line.kind() != Archive.Kind.IMODEL || version == null) {
            throw new IModelException(Status.BAD_ARG, "The first line of an archive is of the kind iModel");
        }
        if (version.exact() != Archive.VERSION) {
            throw new IModelException(Status.BAD_REQUEST, "The archive has a form that this program does not know")
                    .with("archive", version.exact());
        }
        String guid = props.text("guid");
        CreateIModelProps created = CreateIModelProps.fromJson(props);
        return guid == null ? created : created.withIModelId(Guid.parse(guid));
    }

    private void fill(BufferedReader lines, Progress progress) throws IOException {
        try (WritableIModelDb db = StandaloneDb.openForWrite(file)) {
            List<SchemaInput> schemas = schemas();
            if (!schemas.isEmpty()) {
                db.importSchemas(schemas, List.of());
            }
            LineInserter inserter = new LineInserter(db);
            int number = 1;
            for (String text = lines.readLine(); text != null; text = lines.readLine()) {
                number++;
                if (!text.isBlank()) {
                    insert(ArchiveLine.parse(text, number), number, inserter);
                    progress.step();
                }
            }
            inserter.save();
        }
    }

    private static void insert(ArchiveLine line, int number, LineInserter inserter) {
        try {
            inserter.insert(line);
        } catch (IModelException e) {
            throw e.with("line", number).with("kind", line.kind().text());
        }
    }

    private List<SchemaInput> schemas() throws IOException {
        if (!Files.isDirectory(archive.schemas())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(archive.schemas())) {
            List<SchemaInput> schemas = new ArrayList<>();
            files.filter(path -> path.toString().endsWith(".xml"))
                    .sorted()
                    .forEach(path -> schemas.add(new SchemaInput.File(path)));
            return schemas;
        }
    }

    private void deleteFile() throws IOException {
        for (String suffix : new String[] {"", "-wal", "-shm", "-journal"}) {
            Files.deleteIfExists(file.resolveSibling(file.getFileName() + suffix));
        }
    }
}
