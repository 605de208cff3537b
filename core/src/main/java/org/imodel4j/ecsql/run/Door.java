package org.imodel4j.ecsql.run;

/** The two ways to ask; they differ in how text is wrapped in messages and how columns are named. */
public enum Door {
    /** {@code createQueryReader} and the queries of frontends. */
    READER,
    /** {@code ECSqlStatement}. */
    STATEMENT
}
