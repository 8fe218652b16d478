package roundhouse.live;

import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseHeader;
import roundhouse.identity.CurrentPerson;
import roundhouse.identity.Role;

/** The live stream of the desk (server-sent events): that something within reach changed, never what. */
@Path("/desk/live")
@RolesAllowed({Role.Word.TECHNICIAN, Role.Word.ACCOUNT_MANAGER, Role.Word.ADMINISTRATOR})
public class LiveApi {

    private static final long BACK_AFTER_MILLISECONDS = 1_000;

    @Inject
    OpenStreams streams;
    @Inject
    CurrentPerson current;
    @Context
    Sse sse;

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @ResponseHeader(name = "X-Accel-Buffering", value = "no")
    @Operation(hidden = true)
    public Multi<OutboundSseEvent> listen() {
        return streams.open(current.get(), current.anew()).map(this::event);
    }

    private OutboundSseEvent event(Signal signal) {
        return signal.isHeartbeat() ? sse.newEventBuilder().reconnectDelay(BACK_AFTER_MILLISECONDS).comment("").build()
                : sse.newEventBuilder().name("nudge").data(signal.hint()).build();
    }
}
