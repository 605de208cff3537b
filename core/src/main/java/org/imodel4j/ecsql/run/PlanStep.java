package org.imodel4j.ecsql.run;

/**
 * One line of SQLite's plan of a statement.
 *
 * @param id of the step
 * @param parent the id of the step that this one is a part of; 0 for none
 * @param detail what is done, as SQLite says it
 */
public record PlanStep(int id, int parent, String detail) {}
