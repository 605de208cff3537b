package org.imodel4j.host;

/** A piece of work on a query thread; it may block in SQLite and must look at the ticket now and then. */
@FunctionalInterface
public interface QueryWork<T> {
    T run(QueryTicket<T> ticket);
}
