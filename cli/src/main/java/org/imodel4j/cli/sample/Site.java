package org.imodel4j.cli.sample;

import java.util.Random;
import org.imodel4j.bis.write.Edits;
import org.imodel4j.imodel.WritableIModelDb;

/** What all who build share: the iModel, what was made so far, chance and the count of elements. */
final class Site {
    /** The model that definitions of every iModel are in. */
    static final long DICTIONARY = 0x10;

    static final long ROOT = 1;

    private final WritableIModelDb db;
    private final Edits edits;
    private final SampleSize size;
    private final long seed;
    private final Random random;
    private final Runnable eachElement;
    private final Names names = new Names();

    /** @param eachElement is told of every element */
    Site(WritableIModelDb db, SampleSize size, long seed, Runnable eachElement) {
        this.db = db;
        this.edits = db.edit();
        this.size = size;
        this.seed = seed;
        this.random = new Random(seed);
        this.eachElement = eachElement;
    }

    WritableIModelDb db() {
        return db;
    }

    Edits edits() {
        return edits;
    }

    SampleSize size() {
        return size;
    }

    long seed() {
        return seed;
    }

    Random random() {
        return random;
    }

    Names names() {
        return names;
    }

    void counted() {
        eachElement.run();
    }

    long element(Props props) {
        long id = edits.elements().insert(props.build());
        counted();
        return id;
    }

    /** The model of an element, whose id it has. */
    long model(String classFullName, long modeledElement) {
        return edits.models()
                .insert(Props.of(classFullName)
                        .related("modeledElement", modeledElement, "BisCore:ModelModelsElement")
                        .build());
    }

    void link(String classFullName, long source, long target) {
        link(Props.of(classFullName), source, target);
    }

    void link(Props props, long source, long target) {
        edits.relationships()
                .insert(props.id("sourceId", source).id("targetId", target).build());
    }

    /** The id of a code spec that every iModel has. */
    long spec(String name) {
        return db.codeSpecs().get("bis:" + name).id();
    }
}
