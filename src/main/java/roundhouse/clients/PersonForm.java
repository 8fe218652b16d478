package roundhouse.clients;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Set;

/**
 * A client's person as a script or a screen describes one.
 *
 * @param roles {@code requester}, {@code approver}, {@code client_manager}: nobody becomes staff here
 */
public record PersonForm(
        @NotNull(message = "A user name") @Pattern(regexp = "[a-z][a-z0-9._-]{1,63}", message = "2 to 64 small letters, digits, points, dashes") String user,
        @NotBlank(message = "First and last name") @Size(max = 200, message = "At most 200 characters")
        @Pattern(regexp = "[^\\p{Cc}<>]*", message = "Letters, as people write them") String name,
        @NotNull(message = "An address, as in alice@acme.example")
        @Pattern(regexp = "[^@\\s,;<>\"]{1,64}@[A-Za-z0-9.-]{1,180}", message = "An address, as in alice@acme.example") String email,
        @NotEmpty(message = "At least one role")
        Set<@NotNull @Pattern(regexp = "requester|approver|client_manager", message = "requester, approver or client_manager") String> roles,
        @Size(max = 60, message = "At most 60 characters") String phone,
        @Size(max = 200, message = "At most 200 characters") String location) {

    public PersonForm {
        name = name == null ? null : name.strip();
    }
}
