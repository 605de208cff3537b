package org.imodel4j.imodel.create;

import java.util.List;
import org.imodel4j.ec.map.SchemaImport;
import org.imodel4j.ec.schema.SchemaSet;
import org.imodel4j.sqlite.SqliteDatabase;
import org.imodel4j.sqlite.SqliteStatement;

/**
 * An iModel with the schemas BisCore and Generic and the elements, models and code specs that every iModel has. What tells one iModel from
 * another is left empty.
 */
final class EmptyIModel {
    private static final int LAST_ELEMENT = 16;

    private EmptyIModel() {}

    /** Fills a database without tables, within the caller's transaction, which has to defer foreign keys. */
    static void fill(SqliteDatabase database, SchemaSet schemas) {
        EmptyECDb.fill(database, schemas);
        ProfileTables.DGN.create(database);
        SchemaImport.write(database, EmptyECDb.NONE, schemas, EmptyECDb.pick(schemas, List.of("BisCore", "Generic")));
        database.execute("INSERT INTO dgn_Domain(Name,Description,Version) VALUES('BisCore','BisCore Domain',1),"
                + "('Generic','Generic Domain',1)");
        insertCodeSpecs(database);
        insertElements(database);
        ProfileTables.BIS.create(database);
        EmptyECDb.local(database, "ec_instanceidsequence", String.valueOf(CodeSpecList.ALL.size()));
        EmptyECDb.local(database, "bis_elementidsequence", String.valueOf(LAST_ELEMENT));
        EmptyECDb.property(database, "dgn_Db", "SchemaVersion", EmptyECDb.version(2, 0, 0, 7));
        EmptyECDb.property(database, "dgn_Db", "LastEditor", "iTwin.js");
    }

    private static void insertCodeSpecs(SqliteDatabase database) {
        try (SqliteStatement insert =
                database.prepare("INSERT INTO bis_CodeSpec(Id,Name,JsonProperties) VALUES(?,?,?)")) {
            long id = 1;
            for (CodeSpecList.Entry entry : CodeSpecList.ALL) {
                insert.bindLong(1, id++);
                insert.bindText(2, entry.name());
                insert.bindText(
                        3,
                        "{\"version\":\"1.0\",\"scopeSpec\":{\"type\":"
                                + entry.scope().code() + "}}");
                insert.step();
                insert.reset();
            }
        }
    }

    /** The root subject and its repository model, which refer to each other; the dictionary and the model of links. */
    private static void insertElements(SqliteDatabase database) {
        String classId =
                "(SELECT c.Id FROM ec_Class c JOIN ec_Schema s ON s.Id=c.SchemaId WHERE s.Name='BisCore' AND c.Name='";
        String models = classId + "ModelModelsElement')";
        String owns = classId + "SubjectOwnsPartitionElements')";
        String subjectSpec = "(SELECT Id FROM bis_CodeSpec WHERE Name='bis:Subject')";
        String partitionSpec = "(SELECT Id FROM bis_CodeSpec WHERE Name='bis:InformationPartitionElement')";
        database.execute(
                "INSERT INTO bis_Element(Id,ECClassId,ModelId,CodeSpecId,CodeScopeId,CodeValue,ParentId,ParentRelECClassId)"
                        + " VALUES(1," + classId + "Subject'),1," + subjectSpec + ",1,'',NULL,NULL),"
                        + "(14," + classId + "LinkPartition'),1," + partitionSpec + ",1,'BisCore.RealityDataSources',1,"
                        + owns + "),"
                        + "(16," + classId + "DefinitionPartition'),1," + partitionSpec
                        + ",1,'BisCore.DictionaryModel',1," + owns + ");"
                        + "INSERT INTO bis_InformationReferenceElement(ElementId,ECClassId,js1) VALUES(1," + classId
                        + "Subject'),'');"
                        + "INSERT INTO bis_InformationPartitionElement(ElementId,ECClassId) VALUES(14," + classId
                        + "LinkPartition')),"
                        + "(16," + classId + "DefinitionPartition'));"
                        + "INSERT INTO bis_Model(Id,ECClassId,ParentModelId,ModeledElementId,ModeledElementRelECClassId,IsPrivate,IsTemplate)"
                        + " VALUES(1," + classId + "RepositoryModel'),NULL,1," + models + ",0,0),"
                        + "(14," + classId + "LinkModel'),1,14," + models + ",1,0),"
                        + "(16," + classId + "DictionaryModel'),1,16," + models + ",0,0)");
    }
}
