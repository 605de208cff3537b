package org.imodel4j.bis;

import java.util.ArrayList;
import java.util.List;
import org.imodel4j.ec.ECClass;
import org.imodel4j.ec.ECSchemas;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.id.Id64;
import org.imodel4j.sqlite.SqliteStatement;
import org.imodel4j.sqlite.StatementCache;
import org.imodel4j.sqlite.StatementCache.Lease;

/**
 * The lines that a viewer shows over an element: its label, its category if it has one, its model. Names of fields are keys
 * that the frontend translates. Safe for use by several threads.
 */
public final class ToolTips {
    private final ECSchemas schemas;
    private final ConnectionSource source;
    private final Elements elements;

    public ToolTips(ECSchemas schemas, ConnectionSource source, Elements elements) {
        this.schemas = schemas;
        this.source = source;
        this.elements = elements;
    }

    /**
     * The lines for an element, as HTML in which labels stand as they are stored.
     *
     * @throws IModelException NotFound when there is no such element, or it is not readable
     */
    public List<String> of(long elementId) {
        return source.read(connection -> lines(elementId, connection.statements()));
    }

    private List<String> lines(long id, StatementCache statements) {
        String sql = "SELECT ECClassId,coalesce(UserLabel,CodeValue,''),ModelId FROM bis_Element WHERE Id=?";
        List<String> lines = new ArrayList<>();
        try (Lease lease = statements.acquire(sql)) {
            SqliteStatement element = lease.statement();
            element.bindLong(1, id);
            if (!element.step() || !elements.isReadable(id, statements)) {
                throw new IModelException(Status.NOT_FOUND, "element not found").with("element", Id64.toHex(id));
            }
            ECClass ecClass = schemas.classById(element.columnLong(0));
            String label = element.columnText(1);
            lines.add(
                    label == null || label.isEmpty()
                            ? field("Id") + Id64.toHex(id) + ", " + field("Type") + ecClass.name()
                            : label);
            long category = category(ecClass, id, statements);
            if (category != 0) {
                lines.add(field("Category") + label(category, statements));
            }
            lines.add(field("Model") + label(element.columnLong(2), statements));
        }
        return List.copyOf(lines);
    }

    private static String field(String name) {
        return "<b>%{iModelJs:Element." + name + "}:</b> ";
    }

    private long category(ECClass ecClass, long id, StatementCache statements) {
        for (String dimension : List.of("3d", "2d")) {
            ECClass geometric = schemas.tryClass("BisCore", "GeometricElement" + dimension);
            if (geometric != null && schemas.isSubclass(ecClass.id(), geometric.id())) {
                String sql = "SELECT CategoryId FROM bis_GeometricElement" + dimension + " WHERE ElementId=?";
                try (Lease lease = statements.acquire(sql)) {
                    SqliteStatement element = lease.statement();
                    element.bindLong(1, id);
                    return element.step() ? element.columnLong(0) : 0;
                }
            }
        }
        return 0;
    }

    /** The label of a category, or of the element that a model models, which has the same id. */
    private static String label(long id, StatementCache statements) {
        try (Lease lease = statements.acquire("SELECT coalesce(UserLabel,CodeValue,'') FROM bis_Element WHERE Id=?")) {
            SqliteStatement element = lease.statement();
            element.bindLong(1, id);
            String label = element.step() ? element.columnText(0) : null;
            return label == null ? "" : label;
        }
    }
}
