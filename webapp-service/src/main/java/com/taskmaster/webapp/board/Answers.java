package com.taskmaster.webapp.board;

import com.taskmaster.webapp.board.Board.Entry;
import com.taskmaster.webapp.encryption.Handle;
import com.taskmaster.webapp.request.Asked;
import com.taskmaster.webapp.signin.SignedInUser;
import com.taskmaster.webapp.tasks.Unfinished;
import com.taskmaster.webapp.undo.Undo;
import com.taskmaster.webapp.undo.Undos;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response.Status;
import java.util.Map;
import org.jboss.resteasy.reactive.RestResponse;

/** Builds the responses that show tasks: the whole page, or for a script only the part that changes. */
@ApplicationScoped
public class Answers {

    private static final String UNDO = "undo";
    private static final String NOTICE = "notice";

    private final Boards boards;
    private final Undos undos;
    private final SignedInUser user;
    private final Asked asked;

    Answers(Boards boards, Undos undos, SignedInUser user, Asked asked) {
        this.boards = boards;
        this.undos = undos;
        this.user = user;
        this.asked = asked;
    }

    /**
     * @param undo the handle that undoes the last action, or {@code null}
     * @param notice another notice to show, or {@code null}
     */
    RestResponse<TemplateInstance> show(Filter filter, String undo, String notice) {
        var board = boards.read(filter);
        if (filter.isContinued() && board.isEmpty()) {
            return RestResponse.seeOther(filter.fromTheTop().address(said(undo, notice)));
        }
        var status = board.isListMissing() ? Status.NOT_FOUND : Status.OK;
        var answer = RestResponse.status(status, page(board.with(notice(undo, notice))));
        // The address keeps the offer to undo, so that it survives a reload, but not the notice, which is shown once.
        var shown = filter.address(said(undo, null));
        if (!filter.isContinued() && isShown(filter)) {
            answer.getHeaders().add("HX-Replace-Url", shown);
        } else if (notice != null) {
            answer.getHeaders().add("HX-Push-Url", shown);
        }
        return answer;
    }

    /**
     * Whether the browser already shows this page. If so, the history entry is replaced: actions on a page, and each
     * word typed into the search, do not add one.
     */
    private boolean isShown(Filter filter) {
        return asked.from()
                .filter(page -> page.path().endsWith(Filter.PATH))
                .map(page -> Filter.of(page.parameters()).fromTheTop())
                .filter(page -> page.equals(filter.fromTheTop()) || page.isSearchedOn(filter.fromTheTop()))
                .isPresent();
    }

    /** Redirects to the page, which offers to undo the action. */
    public RestResponse<TemplateInstance> done(Filter here, Undo undo) {
        return undoable(here, undos.keep(undo));
    }

    /** Redirects to the page, which offers to undo what is kept under the handle. */
    RestResponse<TemplateInstance> undoable(Filter here, Handle undo) {
        return RestResponse.seeOther(here.address(Map.of(UNDO, undo.value())));
    }

    /** Redirects to the page, which shows the notice. */
    public RestResponse<TemplateInstance> done(Filter here, Notice.Kind notice) {
        return RestResponse.seeOther(here.address(Map.of(NOTICE, notice.value())));
    }

    RestResponse<TemplateInstance> selected(Filter here, Selection selection) {
        return inPlace(Status.OK, boards.read(here, selection));
    }

    RestResponse<TemplateInstance> refused(Filter here, Entry entry) {
        return inPlace(Status.BAD_REQUEST, boards.read(here).with(entry));
    }

    RestResponse<TemplateInstance> conflict(Filter here, Notice notice) {
        return inPlace(Status.CONFLICT, boards.read(here).with(notice));
    }

    RestResponse<TemplateInstance> conflict(Filter here, Notice notice, Selection selection) {
        return inPlace(Status.CONFLICT, boards.read(here, selection).with(notice));
    }

    /**
     * Offers to undo what was done, and keeps the tasks selected that were not changed.
     *
     * @throws Unfinished if the tasks cannot be read
     */
    RestResponse<TemplateInstance> partlyDone(Filter here, Undo undo, Selection left, boolean busy) {
        return partlyDone(here, Notice.of(undo, undos.keep(undo).value()), left, busy);
    }

    RestResponse<TemplateInstance> partlyDone(Filter here, Notice notice, Selection left, boolean busy) {
        return Unfinished.ifFailing(
                () -> conflict(here, notice.leaving(left.tasks().size(), busy), left));
    }

    RestResponse<TemplateInstance> conflict(Filter here, Notice notice, ListEntry typed) {
        return inPlace(Status.CONFLICT, boards.read(here).with(typed).with(notice));
    }

    /** Returns only the preview to a script, and otherwise the page that contains it. */
    RestResponse<TemplateInstance> preview(Filter here, Entry entry) {
        return RestResponse.ok(
                asked.isByScript()
                        ? Templates.understood(entry.preview())
                        : page(boards.read(here).with(entry)));
    }

    /** Keeps the address in the browser: a reload of the one that was posted to would fail. */
    private RestResponse<TemplateInstance> inPlace(Status status, Board board) {
        var answer = RestResponse.status(status, page(board));
        answer.getHeaders().add("HX-Push-Url", "false");
        return answer;
    }

    private static Map<String, String> said(String undo, String notice) {
        if (undo != null) {
            return Map.of(UNDO, undo);
        }
        return notice == null ? Map.of() : Map.of(NOTICE, notice);
    }

    private Notice notice(String undo, String notice) {
        if (undo != null) {
            return undos.find(new Handle(undo), user.subject())
                    .map(found -> Notice.of(found, undo))
                    .orElse(null);
        }
        return Notice.Kind.of(notice).map(Notice::of).orElse(null);
    }

    private TemplateInstance page(Board board) {
        return asked.isByScript() ? Templates.board(board) : Templates.tasks(user.displayName(), board);
    }

    @CheckedTemplate(basePath = "board")
    static final class Templates {

        private Templates() {}

        static native TemplateInstance tasks(String user, Board board);

        static native TemplateInstance board(Board board);

        static native TemplateInstance understood(Preview preview);
    }
}
