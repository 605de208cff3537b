package org.imodel4j.bis.element;

/** The elements that say which categories a view shows and how; for a view of a drawing or sheet the style is a 2d one. */
public record ViewParts(long categorySelectorId, long displayStyleId) {}
