package org.imodel4j.ec.map;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.imodel4j.ec.schema.SchemaDef;
import org.imodel4j.ec.schema.SchemaReference;
import org.imodel4j.ec.schema.SchemaSet;

/**
 * The order in which the schemas of one import are written: in layers, those that nothing refers to last, and within a layer by name.
 * Ids follow from it.
 */
final class ImportOrder {
    private static final Comparator<SchemaDef> BY_NAME = Comparator.comparing(SchemaDef::name);

    private final SchemaSet set;

    private ImportOrder(SchemaSet set) {
        this.set = set;
    }

    /** @param roots the schemas to import, which bring those they refer to with them */
    static List<SchemaDef> of(SchemaSet set, Collection<SchemaDef> roots) {
        ImportOrder order = new ImportOrder(set);
        Set<SchemaDef> all = new TreeSet<>(BY_NAME);
        roots.forEach(root -> {
            all.add(root);
            order.reach(root, all);
        });
        List<SchemaDef> sorted = new ArrayList<>();
        List<SchemaDef> layer = order.unreferenced(all);
        while (!layer.isEmpty()) {
            List<SchemaDef> backwards = new ArrayList<>(layer);
            Collections.reverse(backwards);
            sorted.addAll(backwards);
            Set<SchemaDef> next = new TreeSet<>(BY_NAME);
            layer.forEach(schema -> next.addAll(order.references(schema)));
            layer = order.unreferenced(next);
        }
        Collections.reverse(sorted);
        return new ArrayList<>(new LinkedHashSet<>(sorted));
    }

    /** Those that none of the others reaches. */
    private List<SchemaDef> unreferenced(Set<SchemaDef> schemas) {
        Set<SchemaDef> reached = new TreeSet<>(BY_NAME);
        schemas.forEach(schema -> reach(schema, reached));
        List<SchemaDef> rest = new ArrayList<>(schemas);
        rest.removeAll(reached);
        return rest;
    }

    private void reach(SchemaDef from, Set<SchemaDef> into) {
        for (SchemaDef reference : references(from)) {
            if (into.add(reference)) {
                reach(reference, into);
            }
        }
    }

    private List<SchemaDef> references(SchemaDef schema) {
        List<SchemaDef> found = new ArrayList<>();
        for (SchemaReference reference : schema.references()) {
            SchemaDef referenced = set.trySchema(reference.name());
            if (referenced != null) {
                found.add(referenced);
            }
        }
        found.sort(BY_NAME);
        return found;
    }
}
