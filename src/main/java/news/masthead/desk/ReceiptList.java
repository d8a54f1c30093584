package news.masthead.desk;

import java.util.List;
import news.masthead.web.Stamp;

/**
 * Where a story that was killed or withheld is gone from, and how soon.
 *
 * @param received when the order reached us
 */
record ReceiptList(Stamp received, List<Row> rows) {

    /**
     * One surface of one running process of the site.
     *
     * @param words how long after the order, or why there is no receipt
     * @param overdue whether a receipt should be there and is not
     */
    record Row(String surface, String node, String words, boolean overdue) {}
}
