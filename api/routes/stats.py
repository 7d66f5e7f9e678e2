"""`/api/stats`: how much is stored."""

from fastapi import APIRouter

from api.problems.documents import problem_responses
from api.routes.needs import StoreNeed
from graph import care

router = APIRouter(prefix="/api", tags=["store"], responses=problem_responses(401))


@router.get("/stats", operation_id="getStats")
def get_stats(store: StoreNeed) -> care.Overview:
    """How much is stored."""
    return care.overview(store)
