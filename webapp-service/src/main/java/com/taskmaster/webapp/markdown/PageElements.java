package com.taskmaster.webapp.markdown;

import org.commonmark.ext.task.list.items.TaskListItemMarker;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;

/** Puts in the place of what Markdown has what a page has. */
final class PageElements extends AbstractVisitor {

    /** The page has the first two for itself. */
    private static final int LEVELS_ABOVE = 2;

    private static final int LOWEST_LEVEL = 6;

    private PageElements() {}

    static Node in(Node document) {
        document.accept(new PageElements());
        return document;
    }

    @Override
    public void visit(Heading heading) {
        heading.setLevel(Math.min(heading.getLevel() + LEVELS_ABOVE, LOWEST_LEVEL));
        visitChildren(heading);
    }

    /** A link within a link is none, so an image in a link is its text. */
    @Override
    public void visit(Image image) {
        if (image.getFirstChild() == null) {
            image.appendChild(new Text(image.getDestination()));
        }
        visitChildren(image);
        if (isInLink(image)) {
            replaceByChildren(image);
        } else {
            replace(image, new Link(image.getDestination(), image.getTitle()));
        }
    }

    /** A checkbox without a label would say less. */
    @Override
    public void visit(CustomNode node) {
        if (node instanceof TaskListItemMarker marker) {
            marker.insertBefore(new Text(marker.isChecked() ? "☑ " : "☐ "));
            marker.unlink();
        } else {
            visitChildren(node);
        }
    }

    private static boolean isInLink(Node node) {
        var parent = node.getParent();
        while (parent != null && !(parent instanceof Link)) {
            parent = parent.getParent();
        }
        return parent != null;
    }

    private static void replaceByChildren(Node node) {
        while (node.getFirstChild() != null) {
            node.insertBefore(node.getFirstChild());
        }
        node.unlink();
    }

    private static void replace(Node node, Node other) {
        while (node.getFirstChild() != null) {
            other.appendChild(node.getFirstChild());
        }
        node.insertAfter(other);
        node.unlink();
    }
}
