package org.imodel4j.ec.xml;

import java.util.HashSet;
import java.util.Set;
import org.imodel4j.ec.ECClass;
import org.imodel4j.ec.schema.ClassDef;
import org.imodel4j.ec.schema.ClassDef.ConstraintDef;
import org.imodel4j.ec.schema.ItemName;
import org.imodel4j.ec.schema.PropertyDef;
import org.imodel4j.ec.schema.PropertyType;
import org.imodel4j.ec.schema.SchemaSet;
import org.jspecify.annotations.Nullable;

/** A navigation property leads from a class that its relationship names to at most one entity. */
final class NavigationRules {
    private final SchemaRules rules;
    private final SchemaSet schemas;
    private final ConstraintScope scope;

    NavigationRules(SchemaRules rules, SchemaSet schemas) {
        this.rules = rules;
        this.schemas = schemas;
        this.scope = new ConstraintScope(schemas);
    }

    void check(ItemName name, ClassDef classDef) {
        Set<ItemName> used = new HashSet<>();
        for (PropertyDef property : classDef.properties()) {
            if (property.type() instanceof PropertyType.Navigation navigation) {
                String breach = used.add(navigation.relationship())
                        ? breach(name, classDef, property.name(), navigation)
                        : "another property of the class leads over the same relationship";
                if (breach != null) {
                    throw rules.problem(Places.property(name.name(), property.name()), breach);
                }
            }
        }
    }

    private @Nullable String breach(
            ItemName name, ClassDef classDef, String property, PropertyType.Navigation navigation) {
        ClassDef relationship = schemas.classOf(navigation.relationship());
        if (!relationship.bases().isEmpty()) {
            return "the relationship has a base class";
        }
        ConstraintDef near = RelationshipRules.end(relationship, navigation.forward());
        ConstraintDef far = RelationshipRules.end(relationship, !navigation.forward());
        if (near == null || far == null) {
            return "it leads over a class that is no relationship";
        }
        ItemName abstractConstraint = ConstraintScope.abstractConstraint(far);
        if (abstractConstraint != null && schemas.classOf(abstractConstraint).type() == ECClass.Type.RELATIONSHIP) {
            return "it leads to relationships";
        }
        boolean override = classDef.bases().stream().anyMatch(base -> schemas.tryProperty(base, property) != null);
        if (!override && !near.classes().contains(name)) {
            return "the class is not named at this end of the relationship";
        }
        if (!scope.supports(near, name)) {
            return "this end of the relationship does not allow the class";
        }
        return far.upperLimit() != null && far.upperLimit() == 1
                ? null
                : "the other end of the relationship allows many";
    }
}
