package org.imodel4j.ec.xml;

import org.imodel4j.ec.schema.ClassDef;
import org.imodel4j.ec.schema.ClassDef.ConstraintDef;
import org.imodel4j.ec.schema.ClassDef.RelationshipDef;
import org.imodel4j.ec.schema.ItemName;
import org.imodel4j.ec.schema.SchemaSet;
import org.jspecify.annotations.Nullable;

/** Both ends of a relationship class are complete, and what derives from another one only narrows it. */
final class RelationshipRules {
    private final SchemaRules rules;
    private final SchemaSet schemas;
    private final ConstraintScope scope;

    RelationshipRules(SchemaRules rules, SchemaSet schemas) {
        this.rules = rules;
        this.schemas = schemas;
        this.scope = new ConstraintScope(schemas);
    }

    void check(ItemName name, ClassDef classDef) {
        RelationshipDef relationship = classDef.relationship();
        if (relationship == null) {
            return;
        }
        for (ItemName base : schemas.basesOf(name)) {
            RelationshipDef other = schemas.classOf(base).relationship();
            if (other != null && other.strength() != relationship.strength()) {
                throw rules.newerProblem(name.name(), "the strength is not that of its base class " + base);
            }
            if (other != null && other.forward() != relationship.forward()) {
                throw rules.newerProblem(name.name(), "the strengthDirection is not that of its base class " + base);
            }
        }
        check(name, classDef, true);
        check(name, classDef, false);
    }

    private void check(ItemName name, ClassDef classDef, boolean source) {
        String item = Places.end(name.name(), source);
        ConstraintDef end = end(classDef, source);
        if (end == null) {
            return;
        }
        if (end.classes().isEmpty()) {
            throw rules.newerProblem(item, "an end names at least one class");
        }
        if (end.roleLabel() == null || end.roleLabel().isEmpty()) {
            throw rules.newerProblem(item, "roleLabel is required");
        }
        ItemName abstractConstraint = ConstraintScope.abstractConstraint(end);
        if (abstractConstraint == null) {
            throw rules.newerProblem(item, "abstractConstraint is required for several classes");
        }
        for (ItemName constraintClass : end.classes()) {
            if (constraintClass.equals(name)) {
                throw rules.newerProblem(item, "a relationship class is not at its own end");
            }
            if (!scope.isWithin(constraintClass, abstractConstraint)) {
                throw rules.newerProblem(
                        item,
                        "the class " + constraintClass + " is not below the abstractConstraint " + abstractConstraint);
            }
        }
        for (ItemName base : classDef.bases()) {
            ConstraintDef wider = end(schemas.classOf(base), source);
            if (wider != null) {
                checkNarrower(item, end, abstractConstraint, base, wider);
            }
        }
    }

    private void checkNarrower(
            String item, ConstraintDef end, ItemName abstractConstraint, ItemName base, ConstraintDef wider) {
        if (end.lowerLimit() < wider.lowerLimit() || upper(end) > upper(wider)) {
            throw rules.newerProblem(item, "the multiplicity is wider than that of the base class " + base);
        }
        if (!scope.supports(wider, abstractConstraint)) {
            throw rules.newerProblem(item, "abstractConstraint is wider than the base class " + base + " allows");
        }
        for (ItemName constraintClass : end.classes()) {
            if (!scope.supports(wider, constraintClass)) {
                throw rules.newerProblem(
                        item, "the class " + constraintClass + " is wider than the base class " + base + " allows");
            }
        }
    }

    private static int upper(ConstraintDef end) {
        return end.upperLimit() == null ? Integer.MAX_VALUE : end.upperLimit();
    }

    static @Nullable ConstraintDef end(ClassDef classDef, boolean source) {
        RelationshipDef relationship = classDef.relationship();
        if (relationship == null) {
            return null;
        }
        return source ? relationship.source() : relationship.target();
    }
}
