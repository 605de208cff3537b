package org.imodel4j.ec.map;

import java.util.Locale;
import org.imodel4j.ec.map.SchemaChanges.Change;
import org.imodel4j.ec.schema.ClassDef;
import org.imodel4j.ec.schema.SchemaDef;
import org.imodel4j.ec.schema.SchemaReference;
import org.imodel4j.ec.schema.SchemaSet;
import org.imodel4j.error.IModelException;

/**
 * Which changes a stored schema can take, as far as it can be told without tables: all that is not refused is accepted. What can be deleted
 * only from certain columns, or changed only with certain tables, is told when the change is mapped.
 */
public final class UpgradeRules {
    private final SchemaChanges changes;
    private final UpgradeItemRules items;
    private final UpgradeClassRules classes;
    private final UpgradePropertyRules properties;
    private final UpgradeAttributeRules attributes;

    private UpgradeRules(SchemaSet stored, SchemaSet schemas, SchemaChanges changes) {
        this.changes = changes;
        this.attributes = new UpgradeAttributeRules(changes, stored, schemas);
        this.items = new UpgradeItemRules(changes);
        this.classes = new UpgradeClassRules(changes, stored, schemas, attributes);
        this.properties = new UpgradePropertyRules(changes, stored, schemas, attributes);
    }

    /**
     * Checks the change of a schema.
     *
     * @param stored all schemas of the file as they are
     * @param schemas all schemas of the file as they are to be
     * @throws IModelException SchemaUpgradeFailed, in the words of iTwin.js
     */
    public static void check(SchemaSet stored, SchemaSet schemas, SchemaChanges changes) {
        new UpgradeRules(stored, schemas, changes).check();
    }

    private void check() {
        checkHeader();
        checkReferences();
        for (Change change : changes.changes()) {
            switch (change) {
                case SchemaChanges.ItemDeleted deleted
                when deleted.old() instanceof ClassDef old -> classes.checkDeleted(old);
                case SchemaChanges.ItemDeleted deleted -> items.checkDeleted(deleted.old());
                case SchemaChanges.ItemChanged changed
                when changed.old() instanceof ClassDef old && changed.now() instanceof ClassDef now ->
                    classes.checkChanged(old, now);
                case SchemaChanges.ItemChanged changed -> items.checkChanged(changed.old(), changed.now());
                case SchemaChanges.PropertyDeleted deleted -> properties.checkDeleted(deleted);
                case SchemaChanges.PropertyChanged changed -> properties.checkChanged(changed);
                case SchemaChanges.ItemAdded added -> {}
                case SchemaChanges.PropertyAdded added -> {}
            }
        }
        attributes.check(
                changes.old().name(),
                changes.old().customAttributes(),
                changes.now().customAttributes());
    }

    private void checkHeader() {
        SchemaDef old = changes.old();
        SchemaDef now = changes.now();
        if (!old.name().equals(now.name())) {
            throw failed(
                    old,
                    "Changing the name of an ECSchema is not supported. Modified '" + old.key() + "' to '" + now.key()
                            + "'.");
        }
        boolean read = old.version().read() != now.version().read();
        if (old.version().read() > now.version().read()) {
            throw failed(old, "Decreasing 'VersionRead' of an ECSchema is not supported. New Schema " + now.key());
        }
        if (read && changes.rules() == FileRules.IMODEL && !VersionPick.isDynamic(now)) {
            throw failed(old, "Major schema version changes are disabled.  New Schema " + now.key());
        }
        if (!read && old.version().write() > now.version().write()) {
            throw failed(old, "Decreasing 'VersionWrite' of an ECSchema is not supported. New Schema " + now.key());
        }
        boolean write = old.version().write() != now.version().write();
        if (!read && !write && old.version().minor() > now.version().minor()) {
            throw failed(old, "Decreasing 'VersionMinor' of an ECSchema is not supported.  New Schema " + now.key());
        }
        if (!old.alias().equals(now.alias())) {
            // The quotation mark at the end is missing in the original, too.
            throw failed(old, "Modifying the Alias is not supported.  Old '" + old.alias() + "', New '" + now.alias());
        }
        if (old.ecXml().major() > now.ecXml().major()) {
            throw failed(
                    old, "Decreasing 'OriginalECXmlVersionMajor' of an ECSchema is not supported. New " + now.key());
        }
        if (now.ecXml().isBefore(old.ecXml())) {
            throw failed(
                    old, "Decreasing 'OriginalECXmlVersionMinor' of an ECSchema is not supported. New " + now.key());
        }
    }

    private void checkReferences() {
        for (SchemaReference added : changes.addedReferences()) {
            if (added.name()
                    .toLowerCase(Locale.ROOT)
                    .equals(changes.old().name().toLowerCase(Locale.ROOT))) {
                throw failed(
                        changes.old(),
                        "Schema Reference " + added.name() + ": Failed to add new reference to ECSchema.");
            }
        }
    }

    private static IModelException failed(SchemaDef schema, String reason) {
        return failed("ECSchema " + schema.key() + ": " + reason);
    }

    static IModelException failed(String reason) {
        return Refusal.of("ECSchema Upgrade failed. " + reason);
    }

    static final String READ_VERSION = "the 'Read' version number of the ECSchema was not incremented.";
}
