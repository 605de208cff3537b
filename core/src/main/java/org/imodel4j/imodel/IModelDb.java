package org.imodel4j.imodel;

import java.nio.file.Path;
import java.util.function.Function;
import org.imodel4j.bis.Aspects;
import org.imodel4j.bis.CodeSpecs;
import org.imodel4j.bis.Elements;
import org.imodel4j.bis.Fonts;
import org.imodel4j.bis.Models;
import org.imodel4j.bis.Relationships;
import org.imodel4j.bis.Views;
import org.imodel4j.ec.ECSchemas;
import org.imodel4j.ec.schema.SchemaSet;
import org.imodel4j.ecsql.run.ECSqlEngine;
import org.imodel4j.ecsql.run.ReadConnection;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.geometry.Point3d;
import org.imodel4j.geometry.Range3d;
import org.imodel4j.id.Guid;
import org.imodel4j.json.JsonObject;
import org.imodel4j.sqlite.SqliteStatement;
import org.imodel4j.sqlite.StatementCache;
import org.jspecify.annotations.Nullable;

/**
 * An open iModel. Safe for use by several threads; reads run in parallel on a bounded number of connections. Whoever opened it
 * closes it.
 *
 * <p>Identity, extents and location are those at the time of opening. A geographic coordinate system that the file may hold
 * ({@code dgn_Db/DgnGCS}) is kept and not interpreted.
 */
public abstract sealed class IModelDb implements AutoCloseable permits SnapshotDb, StandaloneDb {
    private final OpenFile file;
    private final String key;
    private final GeoLocation location;
    private final FileProperties properties;
    private final Rooms rooms;
    private volatile @Nullable RootSubject rootSubject;

    IModelDb(OpenFile file, @Nullable String key) {
        this.file = file;
        this.key = key == null
                ? file.facts().dbGuid() + ":" + file.facts().changeset().id()
                : key;
        this.location = GeoLocation.of(file.facts().extents(), file.facts().units());
        this.properties = new FileProperties(file);
        this.rooms = Rooms.of(file);
    }

    /** The name under which a host serves this iModel. */
    public String key() {
        return key;
    }

    public Path path() {
        return file.path();
    }

    public Guid iModelId() {
        return file.facts().dbGuid();
    }

    /** The iTwin that the iModel belongs to; {@link Guid#EMPTY} when it tells none, as most snapshots do. */
    public Guid iTwinId() {
        return file.facts().projectGuid();
    }

    public Changeset changeset() {
        return file.facts().changeset();
    }

    public IModelKind kind() {
        return file.facts().kind();
    }

    /** Which copy of the iModel this file is; 0 when it is no briefcase. */
    public int briefcaseId() {
        return file.facts().briefcaseId();
    }

    public ProfileVersions profileVersions() {
        return file.facts().profiles();
    }

    /** The name of the root subject. */
    public String name() {
        return rootSubject().name();
    }

    /**
     * What the iModel is about.
     *
     * @throws IModelException NotFound when the file has lost its element 0x1
     */
    public RootSubject rootSubject() {
        RootSubject known = rootSubject;
        if (known == null) {
            known = file.statements(IModelDb::readRootSubject);
            rootSubject = known;
        }
        return known;
    }

    /** Where the geometry of the iModel lies, in its own coordinates. */
    public Range3d projectExtents() {
        return location.projectExtents();
    }

    /** What is added to coordinates to show them to people. */
    public Point3d globalOrigin() {
        return location.globalOrigin();
    }

    /** Where the iModel lies on the earth; null when it is not known. */
    public @Nullable EcefLocation ecefLocation() {
        return location.ecefLocation();
    }

    public boolean isReadonly() {
        return true;
    }

    /** Whether the file can not change while it is open. */
    public boolean isImmutable() {
        return file.isImmutable();
    }

    public FileProperties fileProperties() {
        return properties;
    }

    /** The files that stand inside of this one. */
    public EmbeddedFiles embeddedFiles() {
        return new EmbeddedFiles(file);
    }

    /** The fonts that stand inside of this file. */
    public EmbeddedFonts embeddedFonts() {
        return new EmbeddedFonts(file);
    }

    /** Name and version of the engine that reads the file. */
    public String driverName() {
        return file.driverName();
    }

    /** {@code IModelConnectionProps} of iTwin.js, without the members that tell how a frontend reaches the iModel. */
    public JsonObject connectionProps() {
        EcefLocation ecef = ecefLocation();
        Range3d extents = projectExtents();
        return JsonObject.builder()
                .put("name", name())
                .put("rootSubject", rootSubject().toJson())
                .put(
                        "projectExtents",
                        JsonObject.builder()
                                .put("low", EcefLocation.point(extents.low()))
                                .put("high", EcefLocation.point(extents.high()))
                                .build())
                .put("globalOrigin", EcefLocation.point(globalOrigin()))
                .putIfPresent("ecefLocation", ecef == null ? null : ecef.toJson())
                .put("iTwinId", iTwinId().toString())
                .put("iModelId", iModelId().toString())
                .put("changeset", changeset().toJson())
                .build();
    }

    /** Goes straight to the two rows and the one mapping, because loading the EC model would cost more than opening the file. */
    private static RootSubject readRootSubject(StatementCache statements) {
        String name;
        try (StatementCache.Lease lease = statements.acquire("SELECT CodeValue FROM bis_Element WHERE Id=1")) {
            SqliteStatement row = lease.statement();
            if (!row.step()) {
                throw new IModelException(Status.NOT_FOUND, "The iModel has no root subject");
            }
            String code = row.columnText(0);
            name = code == null ? "" : code;
        }
        return new RootSubject(name, readDescription(statements));
    }

    private static @Nullable String readDescription(StatementCache statements) {
        String table;
        String column;
        try (StatementCache.Lease lease = statements.acquire("SELECT t.Name,c.Name FROM ec_PropertyMap m"
                + " JOIN ec_PropertyPath p ON p.Id=m.PropertyPathId JOIN ec_Column c ON c.Id=m.ColumnId"
                + " JOIN ec_Table t ON t.Id=c.TableId WHERE p.AccessString='Description'"
                + " AND m.ClassId=(SELECT ECClassId FROM bis_Element WHERE Id=1)")) {
            SqliteStatement row = lease.statement();
            if (!row.step()) {
                return null;
            }
            table = quoted(row.columnText(0));
            column = quoted(row.columnText(1));
        }
        String sql = "SELECT " + column + " FROM " + table + " WHERE "
                + (table.equals("\"bis_Element\"") ? "Id" : "ElementId") + "=1";
        try (StatementCache.Lease lease = statements.acquire(sql)) {
            String description = lease.statement().step() ? lease.statement().columnText(0) : null;
            return description == null || description.isEmpty() ? null : description;
        }
    }

    private static String quoted(@Nullable String name) {
        return '"' + String.valueOf(name).replace("\"", "\"\"") + '"';
    }

    /** The EC model of the file, with ids and read piece by piece. */
    public ECSchemas schemas() {
        return file.schemas();
    }

    /**
     * The schemas of the file as whole, immutable values to walk through: everything that their authors wrote, names in place of ids.
     * Read at the first call, which takes some milliseconds for each schema, and kept.
     *
     * @throws IModelException with SQLITE_CORRUPT when the metadata contradicts itself
     */
    public SchemaSet schemaModel() {
        return file.schemaModel();
    }

    /** Compiles ECSQL for this file. */
    public ECSqlEngine ecsql() {
        return file.ecsql();
    }

    /**
     * Runs work with a connection that no other thread uses meanwhile. Waits while all of them are lent. A read inside of a read of the
     * same thread gets the same connection.
     *
     * @throws IModelException NotOpen when the iModel is closed
     */
    public <T extends @Nullable Object> T read(Function<ReadConnection, T> work) {
        return file.read(work);
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

    public Views views() {
        return rooms.views();
    }

    public Fonts fonts() {
        return rooms.fonts();
    }

    OpenFile file() {
        return file;
    }

    /** Closes the iModel: stops what runs and gives the file free. Calling it again does nothing. */
    @Override
    public void close() {
        file.close();
    }

    /** The doors to what an iModel holds; they read nothing until they are asked. */
    private record Rooms(
            Elements elements,
            Models models,
            Aspects aspects,
            Relationships relationships,
            CodeSpecs codeSpecs,
            Views views,
            Fonts fonts) {
        static Rooms of(OpenFile file) {
            ECSchemas schemas = file.schemas();
            return new Rooms(
                    new Elements(schemas, file),
                    new Models(schemas, file),
                    new Aspects(schemas, file),
                    new Relationships(schemas, file),
                    new CodeSpecs(file),
                    new Views(schemas, file),
                    new Fonts(file));
        }
    }
}
