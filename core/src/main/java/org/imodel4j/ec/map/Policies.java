package org.imodel4j.ec.map;

import java.util.ArrayList;
import java.util.List;
import org.imodel4j.ec.CustomAttributeXml;
import org.imodel4j.ec.map.ClassNode.SchemaNode;
import org.jspecify.annotations.Nullable;

/**
 * What schemas of the file forbid all others, by attributes of the schema ECDbSchemaPolicies. Schemas of the profile, and those that the
 * policies except, are free.
 */
final class Policies {
    private static final List<String> PROFILE = List.of(
            "ECDbSystem",
            "ECDbMap",
            "ECDbFileInfo",
            "ECDbMeta",
            "ECDbSchemaPolicies",
            "ECDbChange",
            "CoreCustomAttributes");

    private final ClassGraph graph;

    /** The schema that declares a policy and what it excepts: {@code schema}, {@code schema:class} or {@code schema:class:property}. */
    private record Policy(SchemaNode declaredBy, List<String> exceptions) {}

    Policies(ClassGraph graph) {
        this.graph = graph;
    }

    void checkRootEntity(ClassNode node) {
        Policy policy = find("NoAdditionalRootEntityClasses");
        if (policy == null
                || !node.bases().isEmpty()
                || node.isMixin()
                || node.attribute("QueryView") != null
                || isFree(node, policy)) {
            return;
        }
        throw Refusal.of("Failed to import ECClass '" + node.fullName()
                + "'. It violates against the 'No additional root entity classes' policy which means that all entity classes must subclass"
                + " from classes defined in the ECSchema " + policy.declaredBy().name());
    }

    void checkLinkTable(ClassNode node) {
        Policy policy = find("NoAdditionalLinkTables");
        if (policy == null || isFree(node, policy)) {
            return;
        }
        throw Refusal.of("Failed to import ECRelationshipClass '" + node.fullName()
                + "'. It violates against the 'No additional link tables' policy which means that relationship classes with 'Link table'"
                + " mapping must subclass from relationship classes defined in the ECSchema "
                + policy.declaredBy().name());
    }

    void checkForeignKey(PropertyNode property) {
        Policy policy = find("NoAdditionalForeignKeyConstraints");
        ClassNode owner = property.owner();
        if (policy == null || isFree(owner, policy) || excepts(policy, owner, ':' + property.name())) {
            return;
        }
        throw Refusal.of(
                "Failed to import ECClass '" + owner.fullName() + "'. Its navigation property '" + property.name()
                        + "' violates against the 'No additional foreign key constraints' policy which means that navigation properties may not"
                        + " define the 'ForeignKeyConstraint' custom attribute other than in the ECSchema "
                        + policy.declaredBy().name());
    }

    private @Nullable Policy find(String attribute) {
        for (SchemaNode schema : graph.schemasWithAttributes()) {
            CustomAttributeXml value = graph.schemaAttributes(schema).get(attribute);
            if (value != null) {
                return new Policy(schema, exceptions(value));
            }
        }
        return null;
    }

    private static List<String> exceptions(CustomAttributeXml value) {
        List<String> names = new ArrayList<>();
        CustomAttributeXml exceptions = value.child("Exceptions");
        if (exceptions != null) {
            exceptions
                    .children()
                    .forEach(item -> names.add(MapNames.key(item.text().trim().replace('.', ':'))));
        }
        return names;
    }

    private static boolean isFree(ClassNode node, Policy policy) {
        return node.schema().equals(policy.declaredBy())
                || PROFILE.contains(node.schema().name())
                || excepts(policy, node, "")
                || excepts(policy, node, ":*")
                || policy.exceptions().contains(MapNames.key(node.schema().name()))
                || policy.exceptions().contains(MapNames.key(node.schema().alias()))
                || policy.exceptions().contains(MapNames.key(node.schema().name() + ":*"))
                || policy.exceptions().contains(MapNames.key(node.schema().alias() + ":*"));
    }

    private static boolean excepts(Policy policy, ClassNode node, String member) {
        String rest = ':' + node.name() + member;
        return policy.exceptions().contains(MapNames.key(node.schema().name() + rest))
                || policy.exceptions().contains(MapNames.key(node.schema().alias() + rest));
    }
}
