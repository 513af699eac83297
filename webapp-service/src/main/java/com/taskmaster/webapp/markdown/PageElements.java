package com.taskmaster.webapp.markdown;

import org.commonmark.ext.task.list.items.TaskListItemMarker;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;

/** Adapts the Markdown document to the page that it is shown on. */
final class PageElements extends AbstractVisitor {

    /** The page itself uses the first two levels. */
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

    /** Links cannot be nested, so an image within a link becomes its text. */
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

    /** Shows a character instead of a checkbox, which would need a label to be accessible. */
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
