package org.imodel4j.ecsql.functions;

import java.util.ArrayList;
import java.util.List;
import org.imodel4j.ec.ECSchemas;
import org.imodel4j.sqlite.SqlFunction;
import org.imodel4j.sqlite.SqliteDatabase;

/** Gives a connection the functions of ECSQL: geometry, ids and GUIDs, class names, regular expressions. */
public final class ECSqlFunctions {
    private ECSqlFunctions() {}

    /** Adds all functions to a connection. */
    public static void register(SqliteDatabase database, ECSchemas schemas) {
        for (SqlFunction function : all(schemas)) {
            database.addFunction(function);
        }
    }

    static List<SqlFunction> all(ECSchemas schemas) {
        List<SqlFunction> all = new ArrayList<>();
        for (SqlFunction function : GeometryFunctions.all()) {
            all.add(function);
            // Their first name; statements and triggers of older iModels still use it.
            all.add(function.named(function.name().replace("iModel_", "DGN_")));
        }
        all.addAll(IdFunctions.all());
        all.addAll(ClassNameFunctions.all(schemas));
        all.addAll(CustomAttributeFunctions.all(schemas));
        all.addAll(RegularExpressionFunctions.all());
        all.addAll(RealText.all());
        return all;
    }
}
