package news.masthead.jobs;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * News from node to node, by NOTIFY of the database: told with the commit, in the order of the commits, and not at all if the transaction rolls
 * back. A node that was cut off hears nothing of what it missed, so nothing may be told that it cannot also look up ({@link Listener#catchUp}).
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-notify.html">NOTIFY</a>
 */
@ApplicationScoped
public class Broadcast {

    static final String CHANNEL = "masthead";

    @Inject
    AgroalDataSource dataSource;

    @Inject
    Ear ear;

    @Inject
    Node node;

    /**
     * Tells every node, this one too, when the transaction around this call commits.
     *
     * @param words fewer than 7,000 bytes
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void tell(String topic, String words) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement notify = connection.prepareStatement("select pg_notify(?, ?)")) {
            notify.setString(1, CHANNEL);
            notify.setString(2, topic + " " + words);
            notify.execute();
        } catch (SQLException broken) {
            throw new IllegalStateException("The other nodes could not be told", broken);
        }
    }

    /** Whether everything that was told until 2 seconds ago has been heard; if not, this node must look for itself. */
    public boolean hears() {
        return ear.hears();
    }

    /** The name of this process among the nodes. */
    public String node() {
        return node.name();
    }
}
