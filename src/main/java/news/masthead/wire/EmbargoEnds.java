package news.masthead.wire;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import news.masthead.jobs.Job;

/** Looks at an embargoed item again at the instant its embargo ends. By then it may be published, superseded or killed, and nothing is done. */
@ApplicationScoped
class EmbargoEnds implements Job {

    @Inject
    WireItems items;

    @Inject
    AutoPublish autoPublish;

    @Override
    public String name() {
        return "wire-embargo-ends";
    }

    /**
     * @param key id of the item
     */
    @Override
    @Transactional
    public void run(String key) {
        WireItem item = items.findById(Long.valueOf(key));
        items.lock(item.source, item.guid);
        items.getEntityManager().refresh(item);
        autoPublish.consider(item);
    }
}
