package org.imodel4j.cli.schema;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.imodel4j.cli.command.Given;
import org.imodel4j.cli.command.NotUnderstoodException;
import org.imodel4j.cli.export.WholeFile;
import org.imodel4j.cli.output.OutputClosed;
import org.imodel4j.cli.output.Terminal;
import org.imodel4j.cli.query.OpenFile;
import org.imodel4j.ec.json.SchemaJson;
import org.imodel4j.ec.schema.SchemaDef;
import org.imodel4j.ec.schema.SchemaSet;
import org.imodel4j.ec.xml.SchemaXmlWriter;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.json.JsonWriter;

/** {@code imodel schema export FILE}. */
final class ExportVerb extends SchemaVerb {
    enum Format {
        xml,
        json
    }

    private final Terminal terminal;

    ExportVerb(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    String name() {
        return "export";
    }

    @Override
    Set<String> options() {
        return Set.of("schema", "out", "format");
    }

    @Override
    int run(Given given, Path file) {
        Format format = given.choice("format", Format.xml);
        List<String> names = given.texts("schema");
        Path folder = given.tryPath("out");
        if (folder == null && names.size() != 1) {
            throw new NotUnderstoodException("Missing --out, which several schemas need");
        }
        SchemaSet schemas;
        try (OpenFile open = OpenFile.open(file)) {
            schemas = open.schemaModel();
        }
        List<SchemaDef> chosen = chosen(schemas, names);
        if (folder == null) {
            print(chosen.get(0), schemas, format);
        } else {
            for (SchemaDef schema : chosen) {
                terminal.println(write(schema, schemas, format, folder).toString());
            }
        }
        return 0;
    }

    private static List<SchemaDef> chosen(SchemaSet schemas, List<String> names) {
        if (names.isEmpty()) {
            return schemas.schemas();
        }
        List<SchemaDef> chosen = new ArrayList<>();
        for (String name : names) {
            SchemaDef schema = schemas.trySchema(name);
            if (schema == null) {
                throw new IModelException(Status.NOT_FOUND, "The file has no such schema").with("schema", name);
            }
            chosen.add(schema);
        }
        return chosen;
    }

    private void print(SchemaDef schema, SchemaSet schemas, Format format) {
        try {
            write(schema, schemas, format, terminal.out());
            if (format == Format.json) {
                terminal.println("");
            }
        } catch (IOException e) {
            throw new OutputClosed(e);
        } catch (IModelException e) {
            throw e.getCause() instanceof IOException closed ? new OutputClosed(closed) : e;
        }
    }

    private static Path write(SchemaDef schema, SchemaSet schemas, Format format, Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new IModelException(Status.WRITE_ERROR, "The folder can not be made", e).with("folder", folder);
        }
        String name = SchemaXmlWriter.fileName(schema);
        Path target = folder.resolve(format == Format.json ? name.replaceFirst("xml$", "json") : name);
        WholeFile.write(target, out -> write(schema, schemas, format, out));
        return target;
    }

    private static void write(SchemaDef schema, SchemaSet schemas, Format format, OutputStream out) throws IOException {
        switch (format) {
            case xml -> SchemaXmlWriter.write(schema, SchemaXmlWriter.exportVersion(schema), out);
            case json -> {
                JsonWriter json = new JsonWriter();
                SchemaJson.write(schema, schemas, json);
                json.copyTo(out);
            }
        }
    }
}
