"""Tools that say in plain words what is wrong with the arguments they are given."""

from collections.abc import Callable
from typing import Any

from mcp.server.mcpserver import Context
from mcp.server.mcpserver.exceptions import ToolError
from mcp.server.mcpserver.tools import Tool
from mcp_types import ToolAnnotations
from pydantic import ValidationError

from api.problems.fields import field, sentence

READS = ToolAnnotations(read_only_hint=True, idempotent_hint=True)


class Plain(Tool):
    """A tool that takes null for what is not given, and explains what it refuses."""

    async def run(
        self,
        arguments: dict[str, Any],
        context: Context[Any, Any],
        convert_result: bool = False,
    ) -> Any:  # noqa: ANN401 - as the tool has it
        """Run the tool. Raises ToolError."""
        given = {name: value for name, value in arguments.items() if value is not None}
        try:
            self.fn_metadata.validate_arguments(given)
        except ValidationError as error:
            raise ToolError(self._told(error)) from error
        return await super().run(given, context, convert_result)

    def _told(self, error: ValidationError) -> str:
        accepted = list(self.parameters["properties"])
        return "; ".join(
            f"{field(each['loc'])}: {sentence(each, accepted)}"
            for each in error.errors()
        )


def tool_of(answering: Callable[..., Any]) -> Tool:
    """The tool, refusing arguments that it has not: a filter that is passed over in
    silence would have it answer another question."""
    made = Plain.from_function(answering, annotations=READS)
    arguments = made.fn_metadata.arg_model
    arguments.model_config["extra"] = "forbid"
    arguments.model_rebuild(force=True)
    schema = arguments.model_json_schema(by_alias=True)
    return made.model_copy(update={"parameters": schema})
