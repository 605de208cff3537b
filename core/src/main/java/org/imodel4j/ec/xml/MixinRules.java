package org.imodel4j.ec.xml;

import org.imodel4j.ec.ECClass;
import org.imodel4j.ec.schema.ClassDef;
import org.imodel4j.ec.schema.ItemName;
import org.imodel4j.ec.schema.SchemaSet;

/** Mixins derive from at most one mixin, and are used only below the class that they are for. */
final class MixinRules {
    private final SchemaRules rules;
    private final SchemaSet schemas;
    private final Mixins mixins;

    MixinRules(SchemaRules rules, SchemaSet schemas) {
        this.rules = rules;
        this.schemas = schemas;
        this.mixins = new Mixins(schemas);
    }

    void check(ItemName name, ClassDef classDef) {
        if (classDef.type() != ECClass.Type.ENTITY) {
            return;
        }
        boolean mixin = classDef.isMixin();
        if (mixin && classDef.bases().size() > 1) {
            throw rules.newerProblem(name.name(), "a mixin has one base");
        }
        for (ItemName base : classDef.bases()) {
            boolean baseIsMixin = schemas.classOf(base).isMixin();
            if (mixin && !baseIsMixin) {
                throw rules.newerProblem(name.name(), "a mixin derives from mixins only, not from " + base);
            }
            if (baseIsMixin) {
                checkPlace(name, mixin, base);
            }
        }
    }

    private void checkPlace(ItemName name, boolean mixin, ItemName base) {
        ItemName wanted = mixins.appliesTo(base);
        ItemName place = mixin ? mixins.appliesTo(name) : name;
        if (wanted == null || place == null) {
            throw rules.newerProblem(name.name(), "a mixin names an entity class in AppliesToEntityClass");
        }
        if (!schemas.isSubclass(place, wanted)) {
            throw rules.newerProblem(name.name(), "the mixin " + base + " is for subclasses of " + wanted);
        }
    }
}
