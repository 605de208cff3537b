package org.imodel4j.ec.map;

import java.util.List;
import org.imodel4j.ec.CustomAttribute.Container;
import org.imodel4j.ec.schema.ItemName;

/** Takes classes and properties out of a file together with their data. What depends on their rows goes by foreign keys. */
final class Deletion {
    /** The columns in which a property is stored, of its class and of those below. */
    private static final String MAPPED =
            " FROM ec_PropertyPath pp JOIN ec_PropertyMap m ON m.PropertyPathId=pp.Id JOIN ec_Column c ON c.Id=m.ColumnId"
                    + " JOIN ec_Table t ON t.Id=c.TableId WHERE pp.RootPropertyId=?";

    private final MapConnection connection;

    Deletion(MapConnection connection) {
        this.connection = connection;
    }

    /** Deletes a class without subclasses; its instances go with it. */
    void deleteClass(long id, ItemName name) {
        if (connection.exists("SELECT 1 FROM ec_ClassHasBaseClasses WHERE BaseClassId=?", id)) {
            throw refusal(name, "is not supported because it has subclasses");
        }
        if (connection.exists("SELECT 1 FROM ec_Class WHERE Id=? AND Type=2", id)) {
            throw refusal(name, "failed. ECStructClass cannot be deleted");
        }
        if (connection.exists("SELECT 1 FROM ec_RelationshipConstraintClass WHERE ClassId=?", id)) {
            throw refusal(name, "failed. A class which is specified in a relationship constraint cannot be deleted");
        }
        if (connection.exists("SELECT 1 FROM ec_ClassMap WHERE ClassId=? AND MapStrategy IN (10,11)", id)) {
            throw refusal(name, "failed. Deleting ECRelationshipClass with ForeignKey mapping is not supported");
        }
        deleteInstances(id);
        for (Container container : new Container[] {Container.SOURCE_CONSTRAINT, Container.TARGET_CONSTRAINT}) {
            connection.run(
                    "DELETE FROM ec_CustomAttribute WHERE ContainerType=? AND ContainerId IN"
                            + " (SELECT Id FROM ec_RelationshipConstraint WHERE RelationshipClassId=?)",
                    ClassRows.code(container),
                    id);
        }
        connection.run(
                "DELETE FROM ec_CustomAttribute WHERE ContainerType=? AND ContainerId IN (SELECT Id FROM ec_Property WHERE ClassId=?)",
                ClassRows.code(Container.PROPERTY),
                id);
        deleteAttributes(Container.CLASS, id);
        connection.run("DELETE FROM ec_Class WHERE Id=?", id);
    }

    private static RuntimeException refusal(ItemName name, String reason) {
        return Refusal.of("ECSchema Upgrade failed. ECSchema " + name.schema() + ": Deleting ECClass '" + name.name()
                + "' " + reason + ".");
    }

    /** In a table with other classes the rows go one by one; a table of its own is dropped later. */
    private void deleteInstances(long classId) {
        if (!connection.exists("SELECT 1 FROM ec_ClassMap WHERE ClassId=? AND MapStrategy=2", classId)) {
            return;
        }
        List<String> tables = connection.rows(
                "SELECT DISTINCT t.Name FROM ec_PropertyMap m JOIN ec_Column c ON c.Id=m.ColumnId JOIN ec_Table t ON t.Id=c.TableId"
                        + " WHERE m.ClassId=? AND t.Type=0",
                row -> MapConnection.text(row, 0),
                classId);
        for (String table : tables) {
            boolean shared = connection.exists(
                    "SELECT 1 FROM ec_Column c JOIN ec_Table t ON t.Id=c.TableId WHERE t.Name=? AND c.ColumnKind=2 AND NOT c.IsVirtual",
                    table);
            connection.execute("DELETE FROM [" + table + "]" + (shared ? " WHERE ECClassId=" + classId : ""));
        }
    }

    /** Deletes a property; its values become null. */
    void deleteProperty(long id, String name) {
        if (connection.exists("SELECT 1 FROM ec_Property WHERE Id=? AND Kind=4", id)) {
            throw Refusal.of("ECSchema Upgrade failed. Deleting Navigation ECProperty '" + name
                    + "' from an ECClass is not supported.");
        }
        if (connection.exists(
                "SELECT 1" + MAPPED
                        + " AND c.ColumnKind<>4 AND NOT c.IsVirtual AND t.Type<>4 AND t.Name<>'ECDbNotMapped'",
                id)) {
            throw Refusal.of("ECSchema Upgrade failed. Deleting ECProperty '" + name
                    + "' from an ECClass which is not mapped to a shared column is not supported.");
        }
        for (String sql : connection.rows(
                "SELECT 'UPDATE ['||t.Name||'] SET ['||c.Name||']=NULL WHERE ECClassId='||m.ClassId" + MAPPED
                        + " AND c.ColumnKind=4 AND NOT c.IsVirtual AND t.Type<>4",
                row -> MapConnection.text(row, 0),
                id)) {
            connection.execute(sql);
        }
        connection.run(
                "DELETE FROM ec_Column WHERE Id IN (SELECT c.Id" + MAPPED
                        + " AND c.ColumnKind<>4 AND t.Name<>'ECDbNotMapped')",
                id);
        deleteOverride(id);
    }

    /** Deletes a property that a base class has as well. */
    void deleteOverride(long id) {
        connection.run("DELETE FROM ec_Property WHERE Id=?", id);
        deleteAttributes(Container.PROPERTY, id);
    }

    private void deleteAttributes(Container container, long id) {
        connection.run(
                "DELETE FROM ec_CustomAttribute WHERE ContainerId=? AND ContainerType=?",
                id,
                ClassRows.code(container));
    }

    /** Drops the tables in which no property is stored any more, with those that belong to them. */
    void dropUnused() {
        List<String> unused = connection.rows(
                "WITH RECURSIVE u(Id) AS (SELECT t.Id FROM ec_Table t WHERE t.Type NOT IN (3,2) AND t.Name<>'ECDbNotMapped' AND NOT EXISTS"
                        + " (SELECT 1 FROM ec_PropertyMap m JOIN ec_Column c ON c.Id=m.ColumnId WHERE c.TableId=t.Id)"
                        + " UNION SELECT t.Id FROM ec_Table t JOIN u ON t.ParentTableId=u.Id)"
                        + " SELECT t.Name,t.Type FROM ec_Table t JOIN u ON u.Id=t.Id",
                row -> row.columnLong(1) + MapConnection.text(row, 0));
        unused.forEach(table -> connection.run("DELETE FROM ec_Table WHERE Name=?", table.substring(1)));
        unused.stream()
                .filter(table -> !table.startsWith("4"))
                .forEach(table -> connection.execute("DROP TABLE [" + table.substring(1) + "]"));
    }
}
