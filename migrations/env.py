"""How Alembic finds the database and the models; the application gives both."""

from alembic import context
from flask import current_app

database = current_app.extensions["migrate"].db
engine = database.engine


def run() -> None:
    """Bring the database of the application to the wanted revision; waits a second for a lock, not longer."""
    with engine.connect() as connection:
        if connection.dialect.name == "postgresql":
            connection.exec_driver_sql("SET lock_timeout = '1s'")
            connection.commit()
        context.configure(
            connection=connection,
            target_metadata=database.metadata,
            render_as_batch=True,
            compare_type=True,
            transaction_per_migration=True,
        )
        with context.begin_transaction():
            context.run_migrations()


run()
