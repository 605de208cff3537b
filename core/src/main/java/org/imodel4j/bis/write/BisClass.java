package org.imodel4j.bis.write;

import java.util.EnumSet;
import java.util.Set;
import org.imodel4j.ec.ECClass;
import org.imodel4j.ec.ECSchemas;

/** A class of BisCore that rules ask for; each set of them is an enum. */
interface BisClass {
    /** Without its schema. */
    String className();

    /** Those that a class is, or stands below. */
    static <C extends Enum<C> & BisClass> Set<C> of(Class<C> all, ECClass ecClass, ECSchemas schemas) {
        Set<C> found = EnumSet.noneOf(all);
        for (C each : all.getEnumConstants()) {
            ECClass base = schemas.tryClass("BisCore", each.className());
            if (base != null && schemas.isSubclass(ecClass.id(), base.id())) {
                found.add(each);
            }
        }
        return found;
    }
}
