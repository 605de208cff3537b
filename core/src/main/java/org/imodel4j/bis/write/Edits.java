package org.imodel4j.bis.write;

import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.imodel4j.bis.geometry.GeometryLookup;
import org.imodel4j.ecsql.run.ReadConnection;
import org.imodel4j.sqlite.LocalSequence;
import org.imodel4j.sqlite.WriteTransaction;

/**
 * The edits of one open iModel. Used by the owner of the file; all of them are part of its transaction and become permanent, or are abandoned, with
 * it.
 */
public final class Edits {
    private final EditContext context;
    private final ElementEdits elements;
    private final ModelEdits models;
    private final AspectEdits aspects;
    private final RelationshipEdits relationships;
    private final CodeSpecEdits codeSpecs;
    private final Channels channels;

    private Edits(EditContext context) {
        this.context = context;
        this.elements = new ElementEdits(context);
        this.models = new ModelEdits(context);
        this.aspects = new AspectEdits(context);
        this.relationships = new RelationshipEdits(context);
        this.codeSpecs = new CodeSpecEdits(context);
        this.channels = new Channels(context, elements, aspects);
    }

    /**
     * Joins a transaction.
     *
     * @param connection that sees what was changed; another one after the schemas of the file have changed
     * @param elementIds gives ids to elements, {@code instanceIds} to aspects and links
     * @param random for federation GUIDs
     * @param tracksModels whether saving notes which models have changed
     */
    public static Edits of(
            WriteTransaction transaction,
            Supplier<ReadConnection> connection,
            LocalSequence elementIds,
            LocalSequence instanceIds,
            Random random,
            boolean tracksModels) {
        return new Edits(new EditContext(transaction, connection, elementIds, instanceIds, random, tracksModels));
    }

    public ElementEdits elements() {
        return elements;
    }

    public ModelEdits models() {
        return models;
    }

    public AspectEdits aspects() {
        return aspects;
    }

    public RelationshipEdits relationships() {
        return relationships;
    }

    public CodeSpecEdits codeSpecs() {
        return codeSpecs;
    }

    public Channels channels() {
        return channels;
    }

    /**
     * For inserting many elements of one class.
     *
     * @param properties names of those that are set by position; the members of structs as {@code Struct.Member}
     * @throws org.imodel4j.error.IModelException BAD_ARG for a class or a property that is not there, WRITE_ERROR for an abstract class
     */
    public ElementStream stream(String classFullName, String... properties) {
        return new ElementStream(context, classFullName, List.of(properties));
    }

    /** Knows the parts, sub-categories and line styles of this iModel, for those who build streams for it. */
    public GeometryLookup geometryLookup() {
        return context.geometryLookup();
    }

    /** The callbacks of domains. */
    public ClassRegistry registry() {
        return context.registry();
    }

    /** To be called after the schemas of the file have changed. */
    public void schemasChanged() {
        context.schemasChanged();
    }
}
