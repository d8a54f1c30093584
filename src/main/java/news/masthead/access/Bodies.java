package news.masthead.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import news.masthead.story.Body;

/** Where a grant finds the words it opens. */
@ApplicationScoped
class Bodies {

    @Inject
    Body.Repository bodies;

    @Transactional
    String of(long story) {
        return bodies.findByIdOptional(story).map(body -> body.html).orElse("");
    }
}
