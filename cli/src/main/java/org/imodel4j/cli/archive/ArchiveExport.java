package org.imodel4j.cli.archive;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.stream.Stream;
import org.imodel4j.bis.CodeSpecs.CodeSpec;
import org.imodel4j.bis.Fonts.Font;
import org.imodel4j.cli.export.WholeFile;
import org.imodel4j.cli.output.Progress;
import org.imodel4j.cli.output.Terminal;
import org.imodel4j.ec.schema.SchemaDef;
import org.imodel4j.ec.xml.SchemaXmlWriter;
import org.imodel4j.ecsql.run.ReadConnection;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.imodel.FileProperty;
import org.imodel4j.imodel.IModelDb;
import org.imodel4j.imodel.create.SystemSchemas;
import org.imodel4j.json.JsonObject;

/** Writes an iModel as an archive. However large it is, one element is held at a time. */
public final class ArchiveExport {
    private static final int BUFFER = 1 << 16;

    private final IModelDb db;
    private final Archive archive;

    private ArchiveExport(IModelDb db, Archive archive) {
        this.db = db;
        this.archive = archive;
    }

    /**
     * Writes an archive into a folder, which is made if it is missing. An archive that stops half-way has no lines, so that nobody takes it
     * for a whole one.
     *
     * @throws IModelException WRITE_ERROR when the folder can not be written or holds something already
     */
    public static void run(IModelDb db, Path folder, Terminal terminal) {
        makeEmpty(folder);
        ArchiveExport export = new ArchiveExport(db, new Archive(folder));
        export.schemas();
        try (Progress progress = new Progress(terminal, "lines")) {
            db.<Archive>read(connection -> {
                WholeFile.write(export.archive.lines(), out -> export.lines(connection, out, progress));
                return export.archive;
            });
        }
    }

    private static void makeEmpty(Path folder) {
        try {
            Files.createDirectories(folder);
            try (Stream<Path> content = Files.list(folder)) {
                if (content.findAny().isPresent()) {
                    throw new IModelException(Status.WRITE_ERROR, "The folder is not empty").with("folder", folder);
                }
            }
        } catch (IOException e) {
            throw new IModelException(Status.WRITE_ERROR, "The folder can not be made", e).with("folder", folder);
        }
    }

    private void schemas() {
        try {
            Files.createDirectories(archive.schemas());
        } catch (IOException e) {
            throw new IModelException(Status.WRITE_ERROR, "The folder can not be made", e)
                    .with("folder", archive.schemas());
        }
        for (SchemaDef schema : db.schemaModel().schemas()) {
            SchemaDef known = SystemSchemas.tryFirst(schema.name());
            if (known == null || !known.version().equals(schema.version())) {
                WholeFile.write(
                        archive.schemas().resolve(SchemaXmlWriter.fileName(schema)),
                        out -> SchemaXmlWriter.write(schema, SchemaXmlWriter.exportVersion(schema), out));
            }
        }
    }

    private void lines(ReadConnection connection, OutputStream target, Progress progress) throws IOException {
        OutputStream out = new BufferedOutputStream(target, BUFFER);
        LineWriter lines = new LineWriter(out, progress::step);
        head(lines);
        content(connection, lines);
        out.flush();
    }

    private void head(LineWriter lines) throws IOException {
        lines.line(
                Archive.Kind.IMODEL,
                JsonObject.builder()
                        .put("archive", Archive.VERSION)
                        .put("guid", db.iModelId().toString())
                        .put("rootSubject", db.rootSubject().toJson())
                        .build());
    }

    private void content(ReadConnection connection, LineWriter lines) throws IOException {
        for (CodeSpec spec : db.codeSpecs().all()) {
            lines.line(Archive.Kind.CODE_SPEC, spec.toJson());
        }
        for (Font font : db.fonts().all()) {
            lines.line(Archive.Kind.FONT, font.toJson());
        }
        new ElementLines(db, connection, lines).write();
        db.aspects().writeEach(connection, props -> lines.line(Archive.Kind.ASPECT, props));
        RelationshipLines.write(db.schemas(), connection, lines);
        for (FileProperty property : db.fileProperties().all()) {
            if (Archive.belongsToIModel(property)) {
                lines.line(Archive.Kind.FILE_PROPERTY, json(property));
            }
        }
    }

    private JsonObject json(FileProperty property) {
        byte[] bytes = db.fileProperties().tryBytes(property);
        return JsonObject.builder()
                .put("namespace", property.namespace())
                .put("name", property.name())
                .put("id", property.id())
                .put("subId", property.subId())
                .putIfPresent("text", db.fileProperties().tryText(property))
                .putIfPresent(
                        "base64", bytes == null ? null : Base64.getEncoder().encodeToString(bytes))
                .build();
    }
}
