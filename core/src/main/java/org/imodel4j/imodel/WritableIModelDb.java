package org.imodel4j.imodel;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.imodel4j.bis.Aspects;
import org.imodel4j.bis.CodeSpecs;
import org.imodel4j.bis.ConnectionSource;
import org.imodel4j.bis.Elements;
import org.imodel4j.bis.Fonts;
import org.imodel4j.bis.Models;
import org.imodel4j.bis.Relationships;
import org.imodel4j.bis.write.Edits;
import org.imodel4j.ec.ECSchemas;
import org.imodel4j.ec.xml.SchemaInput;
import org.imodel4j.ecsql.functions.ECSqlFunctions;
import org.imodel4j.ecsql.run.ReadConnection;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.id.Guid;
import org.imodel4j.sqlite.LocalSequence;
import org.imodel4j.sqlite.OpenRequest;
import org.imodel4j.sqlite.SqliteDrivers;

/**
 * An iModel, open for writing. Used by its owner, the thread that opened it or took it over last; calls from others fail. What is read here
 * sees what was changed and not yet saved.
 *
 * <p>Changes become permanent with {@link #saveChanges()}, all together; what was not saved is gone after {@link #abandonChanges()}, after closing, and
 * when the process dies. One writer at a time, as {@link WritableECDb} has it.
 */
public final class WritableIModelDb implements AutoCloseable {
    private static final String ELEMENT_IDS = "bis_elementidsequence";

    private final WritableECDb file;
    private final Edits edits;
    private final FilePropertyWriter fileProperties;
    private final FontWriter fontWriter;
    private final EmbeddedFileWriter embeddedFiles;
    private Rooms rooms;

    private WritableIModelDb(WritableECDb file) {
        this.file = file;
        FileFacts facts = file.facts();
        this.edits = Edits.of(
                file.connection().transaction(),
                file::reader,
                new LocalSequence(file.connection().transaction(), ELEMENT_IDS, facts.briefcaseId()),
                file.connection().instanceIds(),
                new SecureRandom(),
                facts.kind() == IModelKind.STANDALONE);
        this.fileProperties = new FilePropertyWriter(file.connection().transaction());
        this.fontWriter = new FontWriter(file.connection().transaction());
        this.embeddedFiles = new EmbeddedFileWriter(file.connection().transaction(), facts.briefcaseId());
        this.rooms = Rooms.of(file);
    }

    /**
     * @throws IModelException as {@link ECDb#openForWrite(Path, Duration)}; READ_ONLY for a briefcase, whose changes have to be recorded for its iModel
     */
    static WritableIModelDb open(Path path, Duration busyTimeout) {
        OpenRequest request =
                new OpenRequest(path.toAbsolutePath().normalize(), OpenRequest.Mode.READ_WRITE, busyTimeout);
        WritableECDb file = WritableECDb.open(request, SqliteDrivers.best(), true);
        try {
            if (file.facts().kind() == IModelKind.BRIEFCASE) {
                throw new IModelException(
                                Status.READ_ONLY, "A briefcase can not be changed without recording it for its iModel")
                        .with("file", path);
            }
            ECSqlFunctions.register(file.connection().transaction().database(), file.schemas());
            return new WritableIModelDb(file);
        } catch (RuntimeException e) {
            file.close();
            throw e;
        }
    }

    public Path path() {
        return file.path();
    }

    public Guid iModelId() {
        return file.id();
    }

    public ProfileVersions profileVersions() {
        return file.profileVersions();
    }

    public IModelKind kind() {
        return file.facts().kind();
    }

    /** What changes the iModel. */
    public Edits edit() {
        return edits;
    }

    public Elements elements() {
        return rooms.elements();
    }

    public Models models() {
        return rooms.models();
    }

    public Aspects aspects() {
        return rooms.aspects();
    }

    public Relationships relationships() {
        return rooms.relationships();
    }

    public CodeSpecs codeSpecs() {
        return rooms.codeSpecs();
    }

    public Fonts fonts() {
        return rooms.fonts();
    }

    /** Saves and deletes the named values outside of the EC model, and reads them. */
    public FilePropertyWriter fileProperties() {
        return fileProperties;
    }

    /** Registers fonts, and embeds their faces. */
    public FontWriter fontWriter() {
        return fontWriter;
    }

    /** Embeds files, replaces and removes them. */
    public EmbeddedFileWriter embeddedFiles() {
        return embeddedFiles;
    }

    /** The EC model of the file as the writer sees it. */
    public ECSchemas schemas() {
        return file.schemas();
    }

    /** For ECSQL; statements that write are refused there. Closed with this object, and another one after schemas were imported. */
    public ReadConnection reader() {
        return file.reader();
    }

    /** As {@link #importSchemas(List, List)} from files, without further folders. */
    public ImportedSchemas importSchemas(Path... files) {
        return renewed(file.importSchemas(files));
    }

    /** As {@link WritableECDb#importSchemas(List, List)}. */
    public ImportedSchemas importSchemas(List<SchemaInput> schemas, List<Path> folders) {
        return renewed(file.importSchemas(schemas, folders));
    }

    private ImportedSchemas renewed(ImportedSchemas imported) {
        renew();
        return imported;
    }

    private void renew() {
        ECSqlFunctions.register(file.connection().transaction().database(), file.schemas());
        edits.schemasChanged();
        rooms = Rooms.of(file);
    }

    /** Makes all changes since the last call permanent. */
    public void saveChanges() {
        file.saveChanges();
    }

    /** Takes all changes since the last save back. Ids that they used may be given out again. */
    public void abandonChanges() {
        ECSchemas before = file.schemas();
        file.abandonChanges();
        if (file.schemas() != before) {
            renew();
        }
    }

    /** Makes the calling thread the owner. Nobody may be inside a call of the owner so far. */
    public void takeOver() {
        file.takeOver();
    }

    /** Abandons what was not saved and gives the file free. Calling it again does nothing. */
    @Override
    public void close() {
        file.close();
    }

    private record Rooms(
            Elements elements,
            Models models,
            Aspects aspects,
            Relationships relationships,
            CodeSpecs codeSpecs,
            Fonts fonts) {
        static Rooms of(WritableECDb file) {
            ECSchemas schemas = file.schemas();
            ConnectionSource source = new ConnectionSource() {
                @Override
                public <T> T read(Function<ReadConnection, T> work) {
                    return work.apply(file.reader());
                }
            };
            return new Rooms(
                    new Elements(schemas, source),
                    new Models(schemas, source),
                    new Aspects(schemas, source),
                    new Relationships(schemas, source),
                    new CodeSpecs(source),
                    new Fonts(source));
        }
    }
}
