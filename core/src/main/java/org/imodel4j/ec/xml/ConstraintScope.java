package org.imodel4j.ec.xml;

import org.imodel4j.ec.ECClass;
import org.imodel4j.ec.schema.ClassDef.ConstraintDef;
import org.imodel4j.ec.schema.ItemName;
import org.imodel4j.ec.schema.SchemaSet;
import org.jspecify.annotations.Nullable;

/** What can be at the ends of relationships. */
public final class ConstraintScope {
    private final SchemaSet schemas;
    private final Mixins mixins;

    public ConstraintScope(SchemaSet schemas) {
        this.schemas = schemas;
        this.mixins = new Mixins(schemas);
    }

    /** The declared one or the only class; null when there is neither. */
    static @Nullable ItemName abstractConstraint(ConstraintDef end) {
        if (end.abstractConstraint() != null) {
            return end.abstractConstraint();
        }
        return end.classes().size() == 1 ? end.classes().get(0) : null;
    }

    /** Whether instances of a class can be at an end. */
    public boolean supports(ConstraintDef end, ItemName name) {
        ItemName abstractConstraint = abstractConstraint(end);
        if (abstractConstraint != null && supports(abstractConstraint, name, end.polymorphic())) {
            return true;
        }
        for (ItemName constraintClass : end.classes()) {
            if (constraintClass.name().equalsIgnoreCase("AnyClass")
                    || supports(constraintClass, name, end.polymorphic())) {
                return true;
            }
        }
        return false;
    }

    private boolean supports(ItemName constraintClass, ItemName name, boolean polymorphic) {
        return name.equals(constraintClass) || (polymorphic && isWithin(name, constraintClass));
    }

    /** Whether a class is below another one, or a mixin for what is. */
    boolean isWithin(ItemName name, ItemName other) {
        return schemas.classOf(name).type() == ECClass.Type.ENTITY
                ? mixins.isOrAppliesTo(name, other)
                : schemas.isSubclass(name, other);
    }
}
