package org.imodel4j.ec.xml;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.imodel4j.ec.schema.ClassDef;
import org.imodel4j.ec.schema.ECXmlVersion;
import org.imodel4j.ec.schema.ItemName;
import org.imodel4j.ec.schema.SchemaDef;
import org.imodel4j.ec.schema.SchemaSet;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;

/** The rules that look at a schema as a whole, with all that it refers to. */
final class SchemaRules {
    private final Reading reading;
    private final SchemaDef schema;
    private final SchemaSet schemas;
    private final Places places;

    SchemaRules(Reading reading, SchemaDef schema, SchemaSet schemas, Places places) {
        this.reading = reading;
        this.schema = schema;
        this.schemas = schemas;
        this.places = places;
    }

    void check() {
        List<ClassDef> classes = schema.items(ClassDef.class);
        checkInheritance(classes);
        PropertyRules properties = new PropertyRules(this, schemas, reading.limits());
        NavigationRules navigations = new NavigationRules(this, schemas);
        MixinRules mixinRules = new MixinRules(this, schemas);
        RelationshipRules relationships = new RelationshipRules(this, schemas);
        for (ClassDef classDef : classes) {
            ItemName name = schema.nameOf(classDef);
            properties.check(name, classDef);
            navigations.check(name, classDef);
        }
        for (ClassDef classDef : classes) {
            ItemName name = schema.nameOf(classDef);
            mixinRules.check(name, classDef);
            relationships.check(name, classDef);
        }
        new FormatRules(this, schemas).check(schema);
    }

    /** What is above a class is bounded, so that walking up ends in reasonable time and depth. */
    private void checkInheritance(List<ClassDef> classes) {
        Map<ItemName, Integer> heights = new HashMap<>();
        long steps = 0;
        for (ClassDef classDef : classes) {
            ItemName name = schema.nameOf(classDef);
            boolean tooHigh = height(name, heights) > reading.limits().inheritance();
            steps += tooHigh ? 0 : schemas.basesOf(name).size();
            if (tooHigh || steps > reading.limits().steps()) {
                throw problem(name.name(), "there are too many classes above this one");
            }
        }
    }

    private int height(ItemName name, Map<ItemName, Integer> heights) {
        Deque<ItemName> ahead = new ArrayDeque<>(List.of(name));
        while (!ahead.isEmpty()) {
            ItemName next = ahead.peek();
            int height = 0;
            boolean known = true;
            for (ItemName base : schemas.classOf(next).bases()) {
                Integer below = heights.get(base);
                if (below == null) {
                    known = false;
                    ahead.push(base);
                } else {
                    height = Math.max(height, below + 1);
                }
            }
            if (known) {
                heights.put(next, height);
                ahead.pop();
            }
        }
        return heights.getOrDefault(name, 0);
    }

    /** A breach of a rule that holds for all versions. */
    IModelException problem(String item, String rule) {
        return reading.problem(places.of(item), item, rule);
    }

    /**
     * A breach of a rule that came with ECXML 3.1. Older documents may break it as far as reading goes, but not be imported; as
     * reading has no other purpose here, that is told at once.
     */
    IModelException newerProblem(String item, String rule) {
        if (!reading.isBefore(ECXmlVersion.V3_1)) {
            return problem(item, rule);
        }
        String text = "Failed to import ECSchemas. The in-memory version of the ECSchema '" + schema.key()
                + "' must be 3.2, but is 3.0.";
        return new IModelException(Status.BE_SQLITE_ERROR_SCHEMA_UPGRADE_FAILED, text)
                .with("file", reading.header().text().label())
                .with("item", item)
                .with("rule", rule);
    }
}
