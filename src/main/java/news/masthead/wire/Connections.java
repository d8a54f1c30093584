package news.masthead.wire;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Where the agencies' copy is to be fetched. */
@ApplicationScoped
public class Connections {

    @Inject
    Contracts contracts;

    /** Every agency's feeds, by its id. */
    public Map<String, List<Feed>> feeds() {
        Map<String, List<Feed>> feeds = new TreeMap<>();
        contracts.all().forEach((source, contract) -> feeds.put(source, contract.feeds()));
        return feeds;
    }
}
