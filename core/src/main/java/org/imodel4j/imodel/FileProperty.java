package org.imodel4j.imodel;

/** The name of one property of a file; exact, with regard to case. The ids are 0 where a name has one value only. */
public record FileProperty(String namespace, String name, long id, long subId) {
    public static FileProperty of(String namespace, String name) {
        return new FileProperty(namespace, name, 0, 0);
    }
}
