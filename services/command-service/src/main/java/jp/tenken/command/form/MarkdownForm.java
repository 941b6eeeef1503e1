package jp.tenken.command.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.RejectionCodes;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;

/** The tables of a Markdown document, as rows of plain texts. */
public final class MarkdownForm {

    /** Most rows that all tables of a document may have together. */
    public static final int MAX_ROWS = 1_000;

    private static final Parser PARSER =
            Parser.builder()
                    .enabledBlockTypes(Set.of())
                    .extensions(List.of(TablesExtension.create()))
                    .build();

    private MarkdownForm() {}

    /**
     * The rows of all tables, in the order of the document.
     *
     * @throws Rejection {@code import-table-missing} where it has none, {@code too-many-entries}
     *     where it has more than {@link #MAX_ROWS} rows
     */
    public static List<FormRow> rowsOf(String document) {
        Rows rows = new Rows();
        PARSER.parse(withoutByteOrderMark(document)).accept(rows);
        if (rows.found.isEmpty()) {
            throw Rejection.invalid(RejectionCodes.IMPORT_TABLE_MISSING);
        }
        return List.copyOf(rows.found);
    }

    private static String withoutByteOrderMark(String document) {
        return document.startsWith("\uFEFF") ? document.substring(1) : document;
    }

    private static final class Rows extends AbstractVisitor {

        private final List<FormRow> found = new ArrayList<>();
        private int tables = -1;
        private int rows;
        private boolean inHead;

        /** Nothing outside tables is read. */
        @Override
        public void visit(Paragraph paragraph) {}

        @Override
        public void visit(CustomBlock block) {
            if (block instanceof TableBlock) {
                tables++;
            }
            visitChildren(block);
        }

        @Override
        public void visit(CustomNode node) {
            switch (node) {
                case TableHead head -> {
                    inHead = true;
                    visitChildren(head);
                }
                case TableBody body -> {
                    inHead = false;
                    visitChildren(body);
                }
                case TableRow row -> add(row);
                default -> visitChildren(node);
            }
        }

        private void add(TableRow row) {
            if (found.size() == MAX_ROWS) {
                throw Rejection.invalidField(
                        "rows",
                        RejectionCodes.TOO_MANY_ENTRIES,
                        Map.of("max", Integer.toString(MAX_ROWS)));
            }
            List<String> cells = new ArrayList<>();
            for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
                if (cell instanceof TableCell) {
                    cells.add(CellText.of(cell));
                }
            }
            found.add(new FormRow(tables, inHead ? 0 : ++rows, cells));
        }
    }

    /**
     * What a reader sees in a cell; {@code <br>} is a line feed, other tags are nothing. It walks
     * without recursion, because nobody limits how deep a stranger's document nests.
     */
    private static final class CellText {

        private CellText() {}

        static String of(Node cell) {
            StringBuilder text = new StringBuilder();
            Node node = cell.getFirstChild();
            while (node != null) {
                text.append(literalOf(node));
                node = after(node, cell);
            }
            return text.toString().strip();
        }

        private static String literalOf(Node node) {
            return switch (node) {
                case Text plain -> plain.getLiteral();
                case Code code -> code.getLiteral();
                case HtmlInline tag when isLineBreak(tag) -> "\n";
                case SoftLineBreak soft -> "\n";
                case HardLineBreak hard -> "\n";
                default -> "";
            };
        }

        private static boolean isLineBreak(HtmlInline tag) {
            return tag.getLiteral().regionMatches(true, 0, "<br", 0, 3);
        }

        private static @Nullable Node after(Node node, Node cell) {
            if (node.getFirstChild() != null) {
                return node.getFirstChild();
            }
            Node at = node;
            while (at.getNext() == null) {
                at = at.getParent();
                if (at.equals(cell)) {
                    return null;
                }
            }
            return at.getNext();
        }
    }
}
