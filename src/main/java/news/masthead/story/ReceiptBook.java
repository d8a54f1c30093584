package news.masthead.story;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import news.masthead.jobs.Broadcast;

/** The receipts of this node in the database. */
@ApplicationScoped
class ReceiptBook {

    private static final String NOT_RECEIPTED = """
            select id, story from withdrawal w where id > ?
            and (select count(*) from kill_receipt r where r.withdrawal = w.id and r.node = ?) < ? order by id""";

    @Inject
    AgroalDataSource dataSource;

    @Inject
    Broadcast broadcast;

    /** A withdrawal to give receipts for. */
    record Order(long withdrawal, long story) {}

    /** Id of the newest withdrawal; 0 for none. */
    long last() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement query = connection.prepareStatement("select coalesce(max(id), 0) from withdrawal");
                ResultSet row = query.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Withdrawals after one that fewer than {@code surfaces} of this node have a receipt for. */
    List<Order> notReceipted(long after, int surfaces) throws SQLException {
        List<Order> orders = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement query = connection.prepareStatement(NOT_RECEIPTED)) {
            query.setLong(1, after);
            query.setString(2, broadcast.node());
            query.setInt(3, surfaces);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    orders.add(new Order(rows.getLong(1), rows.getLong(2)));
                }
            }
        }
        return orders;
    }

    /** The first receipt of a surface stands. */
    void write(Order order, String surface, Instant droppedAt) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement receipt = connection.prepareStatement(
                        "insert into kill_receipt (withdrawal, surface, node, dropped_at) values (?, ?, ?, ?) on conflict do nothing")) {
            receipt.setLong(1, order.withdrawal());
            receipt.setString(2, surface);
            receipt.setString(3, broadcast.node());
            receipt.setObject(4, droppedAt.atOffset(ZoneOffset.UTC));
            receipt.execute();
        }
    }
}
