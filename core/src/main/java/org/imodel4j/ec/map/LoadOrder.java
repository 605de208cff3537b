package org.imodel4j.ec.map;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.imodel4j.ec.CustomAttributeXml;
import org.imodel4j.ec.map.ClassNode.SchemaNode;

/**
 * Gives each class its subclasses in the order in which iTwin.js loads them, which is the order in which they are given columns: a schema
 * behind those it refers to, its classes by name, and before a class is finished those it derives from, then those its properties and
 * constraints refer to.
 */
final class LoadOrder {
    private final ClassGraph graph;
    private final Set<SchemaNode> finished = new HashSet<>();
    private final Set<ClassNode> loaded = new HashSet<>();

    LoadOrder(ClassGraph graph) {
        this.graph = graph;
    }

    /** Loads schemas in their order, then all others. */
    void load(List<SchemaNode> first) {
        first.forEach(this::load);
        graph.schemas().forEach(this::load);
    }

    private void load(SchemaNode schema) {
        if (!finished.add(schema)) {
            return;
        }
        graph.references(schema).forEach(this::load);
        graph.classesOf(schema).forEach(this::load);
    }

    private void load(ClassNode node) {
        if (!loaded.add(node)) {
            return;
        }
        CustomAttributeXml mixin = node.attribute("IsMixin");
        if (mixin != null) {
            ClassNode appliesTo = graph.tryClass(node.schema(), mixin.childText("AppliesToEntityClass"));
            if (appliesTo != null) {
                load(appliesTo);
            }
        }
        for (ClassNode base : node.bases()) {
            load(base);
            base.derived().add(node);
        }
        for (PropertyNode property : node.own()) {
            if (property.typeClassId() != 0) {
                load(graph.byId(property.typeClassId()));
            }
        }
        if (node.isRelationship()) {
            node.source().classes().forEach(this::load);
            node.target().classes().forEach(this::load);
        }
    }
}
