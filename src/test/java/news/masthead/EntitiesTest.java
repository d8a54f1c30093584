package news.masthead;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

import jakarta.inject.Inject;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;

/** Entities fit the tables that the migrations make; development mode complains of one that does not at each start. */
@SiteTest
class EntitiesTest {

    @Inject
    SessionFactory sessions;

    @Test
    void fit_their_tables() {
        assertDoesNotThrow(() -> sessions.getSchemaManager().validateMappedObjects());
    }
}
