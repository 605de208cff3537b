package org.imodel4j.ec.xml;

import java.util.ArrayList;
import java.util.List;
import org.imodel4j.ec.schema.FormatDef;
import org.imodel4j.ec.schema.ItemName;
import org.imodel4j.ec.schema.KindOfQuantityDef;
import org.imodel4j.ec.schema.SchemaDef;
import org.imodel4j.ec.schema.SchemaSet;
import org.imodel4j.ec.schema.UnitDef;

/** Where a quantity is split into several units, they go from large to small. */
final class FormatRules {
    private final SchemaRules rules;
    private final SchemaSet schemas;
    private final UnitFactors factors;

    FormatRules(SchemaRules rules, SchemaSet schemas) {
        this.rules = rules;
        this.schemas = schemas;
        this.factors = new UnitFactors(schemas);
    }

    void check(SchemaDef schema) {
        for (FormatDef format : schema.items(FormatDef.class)) {
            if (format.composite() != null) {
                List<ItemName> units = new ArrayList<>();
                format.composite().units().forEach(unit -> units.add(unit.unit()));
                check(format.name(), units);
            }
        }
        for (KindOfQuantityDef quantity : schema.items(KindOfQuantityDef.class)) {
            for (String text : quantity.presentationFormats()) {
                FormatString format = FormatString.tryParse(text);
                if (format != null) {
                    check(quantity.name(), units(schema, format));
                }
            }
        }
    }

    private List<ItemName> units(SchemaDef schema, FormatString format) {
        List<ItemName> units = new ArrayList<>();
        for (String unit : format.units()) {
            ItemName found = AliasedNames.find(schemas, schema.name(), unit, UnitDef.class);
            if (found != null) {
                units.add(found);
            }
        }
        return units;
    }

    private void check(String item, List<ItemName> units) {
        for (int i = 1; i < units.size(); i++) {
            if (!factors.isLarger(units.get(i - 1), units.get(i))) {
                throw rules.problem(item, "the units of a format go from large to small");
            }
        }
    }
}
