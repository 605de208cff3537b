package org.imodel4j.ec.map;

import org.imodel4j.ec.CustomAttributeXml;
import org.jspecify.annotations.Nullable;

/**
 * How the classes of a hierarchy that is stored in one table share it.
 *
 * @param maxShared how many shared columns a table gets before an overflow table is made, null for no such limit
 */
record HierarchyOptions(Sharing sharing, @Nullable Integer maxShared, Joining joining) {
    /** With the codes of {@code ec_ClassMap.ShareColumnsMode}. */
    enum Sharing {
        NO,
        YES,
        SUBCLASSES_ONLY
    }

    /** With the codes of {@code ec_ClassMap.JoinedTableInfo}. */
    enum Joining {
        NONE,
        JOINED,
        PARENT_OF_JOINED
    }

    /**
     * The options of a class by its attributes and those of its base class.
     *
     * @param base null for the root of the hierarchy
     */
    static HierarchyOptions of(ClassNode node, @Nullable HierarchyOptions base) {
        CustomAttributeXml share = node.attribute("ShareColumns");
        Sharing sharing = Sharing.NO;
        Integer maxShared = null;
        if (base != null && base.sharing != Sharing.NO) {
            if (share != null) {
                throw Refusal.map(
                        node,
                        "It defines the ShareColumns custom attribute, although one of its base classes has defined it already.");
            }
            sharing = Sharing.YES;
            maxShared = base.maxShared;
        } else if (share != null) {
            sharing = MapAttributes.isTrue(share, "ApplyToSubclassesOnly") ? Sharing.SUBCLASSES_ONLY : Sharing.YES;
            maxShared = MapAttributes.number(share, "MaxSharedColumnsBeforeOverflow");
            if (maxShared != null && maxShared < 0) {
                throw Refusal.map(
                        node,
                        "It has the ShareColumns custom attribute with an invalid value for 'MaxSharedColumnsBeforeOverflow'."
                                + " Either provide a non-negative value or omit the property.");
            }
        }
        HierarchyOptions options = new HierarchyOptions(sharing, maxShared, joining(node, base));
        if (options.joining == Joining.PARENT_OF_JOINED && sharing == Sharing.YES) {
            throw Refusal.map(
                    node,
                    "It defines the JoinedTablePerDirectSubclass custom attribute, although it or its base class already enabled"
                            + " column sharing.");
        }
        return options;
    }

    private static Joining joining(ClassNode node, @Nullable HierarchyOptions base) {
        boolean declared = node.isEntity() && node.attribute("JoinedTablePerDirectSubclass") != null;
        if (base == null || base.joining == Joining.NONE) {
            return declared ? Joining.PARENT_OF_JOINED : Joining.NONE;
        }
        if (declared) {
            throw Refusal.map(
                    node,
                    "It defines the JoinedTablePerDirectSubclass custom attribute, although one of its base classes has defined it"
                            + " already.");
        }
        return Joining.JOINED;
    }
}
